// SPDX-License-Identifier: EUPL-1.2
/** One value that is not as wanted. */
export interface Difference {
  where: string;
  is: unknown;
  wanted: unknown;
}

/** How Keycloak shows a secret it keeps. */
const masked = '**********';

/**
 * What `wanted` says and `is` does not. What only `is` says is left alone: Keycloak adds defaults of its own to everything. An empty text,
 * an empty list and nothing at all are the same there.
 */
export function differences(is: unknown, wanted: unknown, where = ''): Difference[] {
  if (isRecord(wanted)) {
    const there = isRecord(is) ? is : {};
    return Object.entries(wanted).flatMap(([key, value]) => differences(there[key], value, where ? `${where}.${key}` : key));
  }
  return same(is, wanted) ? [] : [{ where, is, wanted }];
}

/** One line for people; secrets are not shown. */
export function describe({ where, is, wanted }: Difference): string {
  if (/secret/i.test(where)) return `${where}: another one`;
  return `${where}: ${shown(is)} -> ${shown(wanted)}`;
}

function same(is: unknown, wanted: unknown): boolean {
  if (is === masked && typeof wanted === 'string') return true;
  if (isEmpty(is) && isEmpty(wanted)) return true;
  if (Array.isArray(is) && Array.isArray(wanted)) return JSON.stringify(sorted(is)) === JSON.stringify(sorted(wanted));
  return String(is) === String(wanted);
}

/** Keycloak keeps most lists as sets. */
function sorted(list: unknown[]): string[] {
  return list.map((one) => JSON.stringify(one)).sort();
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (isEmpty(value)) return '(nothing)';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 90 ? `${text.slice(0, 87)}...` : text;
}
