// SPDX-License-Identifier: EUPL-1.2
import { diff3Merge, diffComm } from 'node-diff3';
import type { Stretch } from './merge.ts';

/** Beyond this many words the comparison would keep the server busy for seconds; then a text counts as replaced. */
const MOST_WORDS = 6_000;

/** What changed between two texts, word by word. */
export function changes(before: string, after: string): Stretch[] {
  if (before === after) return stretches([['same', before]]);
  const [from, to] = [words(before), words(after)];
  if (from.length > MOST_WORDS || to.length > MOST_WORDS)
    return stretches([
      ['removed', before],
      ['added', after],
    ]);
  return stretches(
    diffComm(from, to).flatMap((part): Part[] =>
      'common' in part
        ? [['same', part.common.join('')]]
        : [
            ['removed', part.buffer1.join('')],
            ['added', part.buffer2.join('')],
          ],
    ),
  );
}

/** Both changes in one text. Where they collide, both stay, mine first: leaving out is for a person to decide. */
export function together(base: string, mine: string, theirs: string): { text: string; collides: boolean } {
  if (mine === base) return { text: theirs, collides: false };
  if (theirs === base || mine === theirs) return { text: mine, collides: false };
  const [b, m, t] = [words(base), words(mine), words(theirs)];
  if (Math.max(b.length, m.length, t.length) > MOST_WORDS) return { text: `${mine}\n\n${theirs}`, collides: true };
  let collides = false;
  const parts = diff3Merge(m, b, t, { excludeFalseConflicts: true }).map((part) => {
    if (part.ok) return part.ok.join('');
    collides = true;
    return bothOf(part.conflict?.a.join('') ?? '', part.conflict?.b.join('') ?? '');
  });
  return { text: parts.join(''), collides };
}

function bothOf(mine: string, theirs: string): string {
  return mine && theirs && !/\s$/.test(mine) && !/^\s/.test(theirs) ? `${mine} ${theirs}` : mine + theirs;
}

/** Words with the white space behind them, so that joining them gives the text again. */
function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

type Part = [kind: Stretch['kind'], text: string];

function stretches(parts: readonly Part[]): Stretch[] {
  return parts.filter(([, text]) => text).map(([kind, text]) => ({ kind, text }));
}
