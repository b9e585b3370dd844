// SPDX-License-Identifier: EUPL-1.2
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from '../access/viewer.js';
import type { VerifiedToken } from '../access/token-verifier.js';
import type { ReadSession } from '../database/read-session.js';

/** What every resolver of one operation shares. */
export interface HubContext {
  caller: Caller;
  /** The claims, for sign-in alone; everything else asks the database who the caller is today. */
  token: VerifiedToken | null;
  reads: ReadSession;
}

// Third argument of a resolver, as GraphQL hands it over: (parent, arguments, context, info).
function contextOf(execution: ExecutionContext): HubContext {
  return execution.getArgByIndex<HubContext>(2);
}

/** The operation's read session. */
export const Reads = createParamDecorator((_: unknown, execution: ExecutionContext): ReadSession => contextOf(execution).reads);

/** Whom the verified token names. */
export const CallerOf = createParamDecorator((_: unknown, execution: ExecutionContext): Caller => contextOf(execution).caller);

/** The verified token itself. */
export const Token = createParamDecorator((_: unknown, execution: ExecutionContext): VerifiedToken | null => contextOf(execution).token);
