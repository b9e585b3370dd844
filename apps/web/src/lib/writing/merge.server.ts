// SPDX-License-Identifier: EUPL-1.2
import { day } from '#lib/format/dates.ts';
import { translated } from '#lib/format/translated.ts';
import type { KindForm } from '#lib/kinds/form.ts';
import { choiceName, languageName } from './choice-names.ts';
import type { WrittenRevision } from './revision.server.ts';
import { valuesOfDocument } from './document.server.ts';
import type { Merge, MergeField } from './merge.ts';
import { changes, together } from './three-way.ts';
import type { Values } from './values.ts';

/** Names for the ids in a form; an id without one stands for itself. */
export type Names = ReadonlyMap<string, string>;

export interface Field {
  field: string;
  type: MergeField['type'];
  /** As text for people. */
  of(values: Values): string;
  /** Puts the answer of one side into the other. */
  copy(to: Values, from: Values): Values;
}

/** The three texts and the company they belong to. */
interface Texts {
  base: WrittenRevision;
  theirs: WrittenRevision;
  mine: Values;
  owner: string;
}

/** Puts two texts and the one before side by side: only the fields in which they differ. */
export function mergeOf(kindForm: KindForm, { base, theirs, mine, owner }: Texts, names: Names): Merge {
  const [before, other] = [base, theirs].map(({ document }) => valuesOfDocument(document, owner)) as [Values, Values];
  const fields = fieldsOf(kindForm, names).flatMap((field) => compared(field, before, other, mine) ?? []);
  return {
    base: { number: base.number, savedAt: base.savedAt },
    theirs: { number: theirs.number, savedAt: theirs.savedAt, savedBy: theirs.savedBy?.name ?? null },
    fields,
  };
}

/** What the person chose for each field. `merged` are the texts put together by hand. */
export function mergedValues(kindForm: KindForm, mine: Values, theirs: Values, choices: FormData): Values {
  return fieldsOf(kindForm, new Map()).reduce((values, { field, type, copy }) => {
    const take = choices.get(`take.${field}`);
    if (take === 'theirs') return copy(values, theirs);
    if (take === 'together' && type === 'text') return withText(values, field, String(choices.get(`together.${field}`) ?? ''));
    return values;
  }, mine);
}

function compared({ field, type, of }: Field, before: Values, theirs: Values, mine: Values): MergeField | undefined {
  const [b, t, m] = [of(before), of(theirs), of(mine)];
  if (t.trim() === m.trim()) return undefined;
  const both = type === 'text' ? together(b, m, t) : { text: '', collides: m !== b && t !== b };
  return {
    field,
    type,
    mine: changes(b, m),
    theirs: changes(b, t),
    together: both.text,
    collides: both.collides,
    proposal: proposalOf(b, t, m, type),
  };
}

function proposalOf(before: string, theirs: string, mine: string, type: MergeField['type']): MergeField['proposal'] {
  if (mine.trim() === before.trim()) return 'theirs';
  return theirs.trim() === before.trim() || type === 'choice' ? 'mine' : 'together';
}

/** The fields of a kind in the order of the form, as text for people. */
export function fieldsOf(kindForm: KindForm, names: Names): Field[] {
  const nameOf = (id: string) => names.get(id) ?? id;
  const list = (ids: readonly string[]) => ids.map(nameOf).sort().join(', ');
  const seenBy = ({ choice, companies }: Values) =>
    choice === 'COMPANIES' ? `${choiceName(choice)}: ${list(companies)}` : choiceName(choice);
  return [
    text('title'),
    text('keyStatement'),
    ...kindForm.questions.map(({ name }) => text(`content.${name}`)),
    text('body'),
    { field: 'topics', type: 'choice', of: ({ topics }) => list(topics), copy: (to, { topics }) => ({ ...to, topics }) },
    {
      field: 'validUntil',
      type: 'choice',
      of: ({ validUntil }) => validUntil && day(validUntil),
      copy: (to, { validUntil }) => ({ ...to, validUntil }),
    },
    { field: 'language', type: 'choice', of: ({ language }) => languageName(language), copy: (to, { language }) => ({ ...to, language }) },
    { field: 'coAuthors', type: 'choice', of: ({ coAuthors }) => list(coAuthors), copy: (to, { coAuthors }) => ({ ...to, coAuthors }) },
    { field: 'choice', type: 'choice', of: seenBy, copy: (to, { choice, companies }) => ({ ...to, choice, companies }) },
  ];
}

function text(field: string): Field {
  return { field, type: 'text', of: (values) => textOf(values, field), copy: (to, from) => withText(to, field, textOf(from, field)) };
}

function textOf(values: Values, field: string): string {
  const name = field.replace(/^content\./, '');
  return (name === field ? values[field as 'title' | 'keyStatement' | 'body'] : values.content[name]) ?? '';
}

function withText(values: Values, field: string, value: string): Values {
  const clean = value.replaceAll('\r\n', '\n');
  const name = field.replace(/^content\./, '');
  return name === field ? { ...values, [field]: clean } : { ...values, content: { ...values.content, [name]: clean } };
}

/** Everything an id in a form may stand for. */
export function namesOf(
  topics: readonly { id: string; name: { de: string; en: string } }[],
  companies: readonly { id: string; shortName: string }[],
  people: readonly { id: string; name: string }[],
): Names {
  return new Map([
    ...topics.map(({ id, name }) => [id, translated(name)] as const),
    ...companies.map(({ id, shortName }) => [id, shortName] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ]);
}
