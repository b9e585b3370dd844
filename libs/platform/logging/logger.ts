// SPDX-License-Identifier: EUPL-1.2
import { type Logger, pino } from 'pino';

/** One JSON object a line. What could name a person or carry a secret is taken out wherever it turns up. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        // PostgreSQL quotes the row here.
        'err.detail',
        'err.where',
        'req.headers',
        'res.headers',
        'req.remoteAddress',
        'req.remotePort',
        '*.authorization',
        '*.cookie',
        '*.token',
        '*.email',
        '*.name',
      ],
      remove: true,
    },
    serializers: { err: (error: Error) => pino.stdSerializers.err(error) },
  });
}
