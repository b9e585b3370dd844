// SPDX-License-Identifier: EUPL-1.2
import { GraphQLError } from 'graphql';

/** An error with a stable code that may be shown. Messages hold no data; everything else is masked (see `graphql/mask-errors.ts`). */
export abstract class HubError extends GraphQLError {
  constructor(message: string, code: string, status: number, headers?: [string, string][]) {
    super(message, { extensions: { code, http: { status, ...(headers && { headers: new Map(headers) }) } } });
  }
}

/** No session, or one that has ended. */
export class UnauthenticatedError extends HubError {
  constructor() {
    super('Sign in first.', 'UNAUTHENTICATED', 401);
  }
}

/** The person is locked in the hub; the web app ends the session. */
export class LockedError extends HubError {
  constructor() {
    super('Access to the hub is locked.', 'LOCKED', 401);
  }
}

/** Signed in, but not somebody this is for. Never used where it would tell that something hidden exists. */
export class ForbiddenError extends HubError {
  constructor() {
    super('Not available to you.', 'FORBIDDEN', 403);
  }
}

/** Missing and hidden alike. */
export class NotFoundError extends HubError {
  constructor() {
    super('Not found.', 'NOT_FOUND', 404);
  }
}

/** The request is not one the hub answers: too large, unknown operation, malformed id. */
export class BadRequestError extends HubError {
  constructor(message: string) {
    super(message, 'BAD_REQUEST', 400);
  }
}

/** A service the hub needs is away; trying again later makes sense. */
export class UnavailableError extends HubError {
  constructor() {
    super('The hub cannot answer at the moment. Try again in a few seconds.', 'UNAVAILABLE', 503, [['retry-after', '5']]);
  }
}
