// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredQuestions, changedFields, checkDocument, missingForRelease } from './entry-document.js';
import type { RevisionDocument } from './entry.input.js';
import type { Kind } from './kind.js';

const kind: Kind = {
  name: 'practice',
  typeName: 'Practice',
  contentTypeName: 'PracticeContent',
  entity: class {
    id = '';
  },
  fields: [
    { name: 'problem', limit: 200, required: true },
    { name: 'contact', limit: 50, required: false },
  ],
};

const document = {
  title: 'Licht',
  keyStatement: 'Es leuchtet.',
  body: '',
  language: 'de',
  topics: [],
  coAuthors: [],
  validUntil: null,
  visibility: { choice: 'group', companies: [] },
  content: { practice: { problem: 'Dunkel', contact: '' } },
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('\ud800', '\udfff\ud800', '__proto__', '\u0000', '‮'),
);
const anything = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true }), anyText);
const dangerousKeys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty');

/** A good document with something else in one place, or with one key too many. */
const spoiled = fc
  .record({ key: fc.oneof(fc.constantFrom(...Object.keys(document)), dangerousKeys, anyText), value: anything, inside: fc.boolean() })
  .map(({ key, value, inside }) => {
    const raw = Object.defineProperty({ ...document.content.practice }, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    if (inside) return { ...document, content: { practice: raw } };
    return Object.defineProperty({ ...document }, key, { value, enumerable: true, configurable: true, writable: true });
  });

const input = fc.oneof(anything, spoiled) as fc.Arbitrary<{ content: Record<string, unknown> }>;
const checks = (given: { content: Record<string, unknown> }) => checkDocument(kind, given);

describe('the check of a document', () => {
  it('answers whatever comes in, and never throws', () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(typeof checks(given).ok).toBe('boolean');
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves the prototypes of the process alone', () => {
    fc.assert(
      fc.property(input, (given) => {
        checks(given);
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
    );
    const attack = JSON.parse('{"__proto__": {"polluted": true}, "content": {"__proto__": {"polluted": true}}}') as {
      content: Record<string, unknown>;
    };
    expect(checks(attack).ok).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('keeps exactly the fields it knows', () => {
    fc.assert(
      fc.property(spoiled, (given) => {
        const checked = checks(given);
        if (!checked.ok) return;
        expect(Object.keys(checked.value).sort()).toEqual(Object.keys(document).sort());
        expect(Object.keys(checked.value.content).sort()).toEqual(['contact', 'problem']);
      }),
      { numRuns: 1_000 },
    );
  });

  it('changes nothing that it let through once', () => {
    fc.assert(
      fc.property(spoiled, (given) => {
        const once = checks(given);
        if (!once.ok) return;
        const { content, ...spine } = once.value;
        expect(checks({ ...spine, content: { practice: content } })).toEqual(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells a fault by the place of the field, never by its value', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        fc.pre(value.length > 8 && !JSON.stringify(document).includes(value));
        const checked = checks({ ...document, language: value, coAuthors: [value] } as never);
        expect(checked.ok).toBe(false);
        expect(JSON.stringify(checked)).not.toContain(value);
      }),
    );
  });
});

describe('what is missing before a release', () => {
  const complete = { ...document, content: { problem: 'Dunkel', contact: '' } } as unknown as RevisionDocument;

  it('is nothing for a complete document', () => {
    expect(missingForRelease(kind, complete, '2026-01-01')).toEqual([]);
  });

  it.each([
    ['a title', { title: '' }, ['title']],
    ['a key statement', { keyStatement: '' }, ['keyStatement']],
    ['a shorter title', { title: 'x'.repeat(161) }, ['title']],
    ['the answer to a question', { content: { problem: ' \n', contact: '' } }, ['content', 'practice', 'problem']],
    ['a day that has not passed', { validUntil: '2025-12-31' }, ['validUntil']],
    ['a chosen company', { visibility: { choice: 'companies', companies: [] } }, ['visibility', 'companies']],
  ])('is %s', (_, change, path) => {
    expect(missingForRelease(kind, { ...complete, ...change } as RevisionDocument, '2026-01-01')).toEqual([
      expect.objectContaining({ path }),
    ]);
  });

  it('counts answers, and names the fields that changed', () => {
    expect(answeredQuestions(kind, complete)).toBe(1);
    expect(changedFields(complete, complete)).toEqual([]);
    expect(changedFields(complete, { ...complete, title: 'Neu', content: { problem: 'Hell', contact: '' } })).toEqual(['title', 'problem']);
  });
});
