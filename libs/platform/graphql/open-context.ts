// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage } from 'node:http';
import type { Pool } from 'pg';
import { TokenRefused, type TokenVerifier, type VerifiedToken } from '../access/token-verifier.js';
import type { Caller } from '../access/viewer.js';
import { ReadSession } from '../database/read-session.js';
import { UnauthenticatedError, UnavailableError } from '../errors/errors.js';
import type { HubContext } from './context.js';
import { isId } from './ids.js';

/**
 * Who asks, and the one read transaction of the operation.
 * @throws UnauthenticatedError for a token that does not hold, UnavailableError while the realm's keys cannot be had
 */
export async function openContext({ headers }: IncomingMessage, reader: Pool, verifier: TokenVerifier): Promise<HubContext> {
  const token = await verified(headers.authorization, verifier);
  const actingFor = headers['acting-for'];
  const caller: Caller = token && {
    issuer: token.iss,
    subject: token.sub,
    actingFor: typeof actingFor === 'string' && isId(actingFor) ? actingFor : null,
  };
  return { caller, token, reads: new ReadSession(reader, caller) };
}

async function verified(header: string | undefined, verifier: TokenVerifier): Promise<VerifiedToken | null> {
  if (!header) return null;
  try {
    return await verifier.verify(/^Bearer (\S+)$/i.exec(header)?.[1]);
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    throw error.code === 'keys-unavailable' ? new UnavailableError() : new UnauthenticatedError();
  }
}
