// SPDX-License-Identifier: EUPL-1.2
import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/**
 * What Nest has to say, in our log and in our form. Its exception handler would print every refused request with whatever text the database
 * quotes; `graphql/mask-errors.ts` has logged the unexpected ones under their id already.
 */
export function nestLogger(log: Logger): LoggerService {
  const error = (message: unknown, ...rest: unknown[]): void => {
    if (rest.at(-1) === 'ExceptionsHandler') log.debug({ err: message }, 'refused');
    else log.error({ err: message }, 'fault of the framework');
  };
  return { error, fatal: error, warn: (message) => log.warn(message), log: (message) => log.debug(message) };
}
