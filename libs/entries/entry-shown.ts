// SPDX-License-Identifier: EUPL-1.2
import type { Shown } from './entry.entity.js';
import { entryAudiences, type EntrySight, isNarrower } from './entry-audiences.js';

/**
 * An entry is new for those who could not read it before: after a first release, a wider one, or when it comes back. Whoever could read it
 * all along is not told again: a wider choice keeps what its narrower ones remember, a narrower one goes on with the oldest moment.
 */
export function shownSince(before: Shown, previous: EntrySight, next: EntrySight, now: Date): Shown {
  if (next.state !== 'published' && next.state !== 'archived') return {};
  const [oldest] = Object.values(before).sort();
  const since = isNarrower(choiceOf(previous), choiceOf(next)) && oldest ? oldest : now.toISOString();
  const kept = isNarrower(choiceOf(next), choiceOf(previous)) ? before : {};
  return { ...kept, ...Object.fromEntries(entryAudiences(next).map((audience) => [audience, before[audience] ?? since])) };
}

/** When it became new for anybody the last time. */
export function lastShown(shown: Shown): Date | null {
  const latest = Object.values(shown).sort().at(-1);
  return latest ? new Date(latest) : null;
}

function choiceOf({ visibility, companies }: EntrySight) {
  return { choice: visibility, companies };
}
