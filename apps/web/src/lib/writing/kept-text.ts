// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';
import type { ChosenPerson } from './editor.ts';
import type { Values } from './values.ts';

/** A text that is not saved yet, on the device of the person who wrote it. */
export interface KeptText {
  entryId: string;
  kind: EntryKind;
  base: number;
  values: Values;
  people: readonly ChosenPerson[];
  /** Moment, ISO 8601. */
  at: string;
  /** It left with a form of the page; whether it arrived is not known. */
  sent?: boolean;
}

const PREFIX = 'konzern-stadt:text:';
/** Others may use the same device: long enough for a week's holiday, not longer. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000;

let signedOut = false;

/** Texts are kept by person, so that the next one who signs in here is not offered them. */
export function keepText(person: string, text: Omit<KeptText, 'at'>): boolean {
  if (signedOut) return false;
  try {
    localStorage.setItem(keyOf(person, text.entryId), JSON.stringify({ ...text, at: new Date().toISOString() }));
    return true;
  } catch {
    // Private windows and full disks refuse; the page says then that nothing is kept.
    return false;
  }
}

export function keptText(person: string, entryId: string): KeptText | null {
  return read(keyOf(person, entryId));
}

/** Texts of entries that were never saved: nothing but this device knows of them. */
export function keptNewTexts(person: string, kind: EntryKind): KeptText[] {
  return keys()
    .filter((key) => key.startsWith(keyOf(person, '')))
    .flatMap((key) => read(key) ?? [])
    .filter((text) => text.base === 0 && text.kind === kind)
    .sort((a, b) => b.at.localeCompare(a.at));
}

export function forgetText(person: string, entryId: string): void {
  remove(keyOf(person, entryId));
}

/** For signing out: the next person at this device finds nothing, and nothing is kept until another page is loaded. */
export function forgetAllTexts(): void {
  signedOut = true;
  keys().forEach(remove);
}

export function forgetOldTexts(now: number = Date.now()): void {
  for (const key of keys()) {
    const at = Date.parse(read(key)?.at ?? '');
    if (Number.isNaN(at) || now - at > KEEP_MS) remove(key);
  }
}

function keyOf(person: string, entryId: string): string {
  return `${PREFIX}${person}:${entryId}`;
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function read(key: string): KeptText | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptText | null;
  } catch {
    return null;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What cannot be read cannot be removed, and was never written.
  }
}
