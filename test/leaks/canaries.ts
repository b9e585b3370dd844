// SPDX-License-Identifier: EUPL-1.2

// A word of four syllables behind a common beginning says where it stands; search sees one word, similar to all the others.
const beginning = 'kanari';
const syllables = 'b d f g k l m p r s t v z'.split(' ').flatMap((consonant) => 'a e i o u'.split(' ').map((vowel) => consonant + vowel));

/** Where a text stands: the number of the entry, of the revision and of the field in it. */
export interface Place {
  entry: number;
  revision: number;
  field: number;
}

/** The word that stands there and nowhere else. */
export function canary({ entry, revision, field }: Place): string {
  return `${beginning}${syllables[entry]}${syllables[revision]}${syllables[field]}x`;
}

/** One letter beside it: what "did you mean" would put right. */
export function misspelled(place: Place): string {
  return canary(place).replace('kanari', 'kanuri');
}

/** A name for somebody, or for a department, that is for the group. */
export function groupCanary(index: number): string {
  return `Kanape${syllables[index]}x`;
}

/** What an answer tells, canary by canary. A word that is none of ours, or the beginning of several, is told as it stands. */
export function told(answer: unknown): { places: Place[]; people: string[]; unclear: string[] } {
  const texts = textsOf(answer).join('\n').toLowerCase();
  const words = new Set(texts.match(/kan[au]ri[a-z]*/g));
  const places = [...words].map(placeOf);
  return {
    places: places.filter((place) => typeof place !== 'string'),
    people: [...new Set(texts.match(/kanape[a-z]*/g))],
    unclear: places.filter((place) => typeof place === 'string' && place !== beginning) as string[],
  };
}

function placeOf(word: string): Place | string {
  const [, entry, revision, field] = /^kanari(..)(..)(..)x$/.exec(word) ?? [];
  if (!entry || !revision || !field) return word;
  return { entry: syllables.indexOf(entry), revision: syllables.indexOf(revision), field: syllables.indexOf(field) };
}

/** All texts of an answer; stretches of a highlighted text are one text, for a highlight may end inside a word. */
function textsOf(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) {
    const stretches: unknown[] = answer.map((item: { text?: unknown } | null) => item?.text);
    return answer.length > 0 && stretches.every((text) => typeof text === 'string') ? [stretches.join('')] : answer.flatMap(textsOf);
  }
  return answer && typeof answer === 'object' ? Object.values(answer).flatMap(textsOf) : [];
}
