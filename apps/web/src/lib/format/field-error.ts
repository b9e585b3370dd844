// SPDX-License-Identifier: EUPL-1.2
import { number } from '#lib/format/numbers.ts';
import { m } from '#lib/paraglide/messages.js';

export interface FieldError {
  path: readonly string[];
  code: string;
  limit?: number | null | undefined;
}

const words: Record<string, (limit: string) => string> = {
  required: () => m.field_required(),
  'too-long': (limit) => m.field_too_long({ limit }),
  'no-mail': () => m.field_no_mail(),
};

/** What to write beside the field with this path (`content.practice.problem`), if anything is wrong with it. */
export function errorOf(errors: readonly FieldError[] | undefined, path: string): string | undefined {
  const found = errors?.find((each) => each.path.join('.') === path);
  return found && (words[found.code]?.(number(found.limit ?? 0)) ?? m.field_invalid());
}
