// SPDX-License-Identifier: EUPL-1.2
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { presentRequestId } from './request-log.js';

/** One JSON object a line. What could name a person or carry a secret is taken out wherever it turns up. */
export function createLogger(service: string, level: string, destination: DestinationStream = pino.destination(1)): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    mixin: () => ({ requestId: presentRequestId() }),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        // PostgreSQL quotes the row here.
        'err.detail',
        'err.where',
        '*.authorization',
        '*.cookie',
        '*.token',
        '*.email',
        '*.name',
      ],
      remove: true,
    },
    serializers: { err: (error: Error) => pino.stdSerializers.err(error) },
  };
  return pino(options, destination);
}
