// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { emptyValues, pairsOf, sameValues, type Values, valuesOfForm } from './values.ts';

const values: Values = {
  title: 'Licht nach Bedarf',
  keyStatement: 'Das Licht regelt herunter.',
  body: 'Eins\n\nZwei',
  language: 'de',
  validUntil: '2027-03-12',
  topics: ['energie', 'gebaeude'],
  coAuthors: ['7af9604b-6bcc-4cf9-9a86-4e81d5da301b'],
  choice: 'COMPANIES',
  companies: ['10996237-ee6f-4920-b4b4-b790d641b9d3'],
  content: { problem: 'Es brannte die ganze Nacht.', approach: '' },
};

function formOf(pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

describe('the form', () => {
  it('comes back as it was sent', () => {
    expect(valuesOfForm(formOf(pairsOf(values)))).toEqual(values);
  });

  it('reads the line ends of browsers as those of the hub', () => {
    expect(valuesOfForm(formOf([['body', 'Eins\r\nZwei']])).body).toBe('Eins\nZwei');
  });

  it('takes what it does not know for the narrowest choice', () => {
    expect(valuesOfForm(formOf([['choice', 'EVERYBODY']])).choice).toBe('PRIVATE');
  });

  it('ignores files and repeated ticks', () => {
    const form = formOf([['topics', 'energie']]);
    form.append('topics', 'energie');
    form.append('title', new Blob(['x']), 'x.txt');
    expect(valuesOfForm(form)).toMatchObject({ topics: ['energie'], title: '' });
  });

  it('has answers named like parts of an object', () => {
    const { content } = valuesOfForm(formOf([['content.__proto__', 'x']]));
    expect(Object.getPrototypeOf(content)).toBe(Object.prototype);
  });
});

describe('two forms', () => {
  it('say the same whatever the order of ticks and the white space at the ends', () => {
    const other = {
      ...values,
      topics: [...values.topics].reverse(),
      title: ` ${values.title} `,
      content: { ...values.content, result: ' ' },
    };
    expect(sameValues(values, other)).toBe(true);
  });

  it('say the same when companies are ticked that another choice leaves out', () => {
    expect(sameValues({ ...values, choice: 'GROUP' }, { ...values, choice: 'GROUP', companies: [] })).toBe(true);
  });

  it('differ in a single letter', () => {
    expect(sameValues(values, { ...values, content: { ...values.content, problem: 'Es brannte die ganze Nacht' } })).toBe(false);
  });

  it('begin inside the own organisation', () => {
    expect(emptyValues('de')).toMatchObject({ choice: 'COMPANY', language: 'de', title: '' });
  });
});
