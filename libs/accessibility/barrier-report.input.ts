// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { id, line, lines } from '#platform/text/text.input.js';

export const barrierReportInput = v.object({
  id,
  page: line(500),
  message: v.pipe(
    lines(5_000),
    v.check((text) => text.trim().length > 0, 'required'),
  ),
  replyTo: v.optional(
    v.nullable(
      v.pipe(
        line(320),
        v.transform((address) => address || null),
        v.nullable(v.pipe(v.string(), v.email('invalid'))),
      ),
    ),
    null,
  ),
});
