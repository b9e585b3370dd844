// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, type PracticeDocument, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let guest: Client;
let hidden: string;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  const doctor = await hub.signIn(employee('jonas', 'klinikum', ['author']));
  guest = await hub.signIn({ sub: 'gast' });
  hidden = await createDraft(doctor, practice());
});

/** A document with the same text in every place that takes one. */
const filled = (text: string): PracticeDocument =>
  practice({
    title: text,
    keyStatement: text,
    body: text,
    content: { practice: { problem: text, approach: text, result: text, effort: text, reuse: text, contact: text } },
  });

describe('texts', () => {
  it.each([
    ['HTML and script are text', '<img src=x onerror=alert(1)><script>alert("x")</script>', undefined],
    ['Markdown is text', '[x](javascript:alert(1)) **fett** `a`', undefined],
    ['what means something elsewhere is text', '\'; drop table entry; -- {{7*7}} ${7*7} %s \\u0041 =HYPERLINK("x")', undefined],
    ['emoji and letters beyond the first plane stay', '👩🏽‍🚒 𝔊 Straße ǅ', undefined],
    ['control characters go', 'a\u0000b\u0007c\u001bd\u0085e\u2028f\ufeffg', 'abcdefg'],
    ['reversed direction goes', 'abc\u202edef\u2066', 'abcdef'],
    ['half characters become the replacement', '\ud83d Licht \udc00', '\ufffd Licht \ufffd'],
    ['letters are composed', 'u\u0308', 'ü'],
    ['names of the language are text', '__proto__', undefined],
  ])('%s', async (_, text, kept = text) => {
    const entryId = await createDraft(author, filled(text));
    expect(await ask(author, 'draft', { entryId })).toMatchObject({
      latest: { document: { title: kept, keyStatement: kept, body: kept, content: { problem: kept, contact: kept } } },
    });
    expect(await ask(author, 'publish', { entryId, revision: 1 })).toMatchObject({ __typename: 'Published' });
    expect(await readEntry(author, entryId)).toMatchObject({ title: kept, content: { approach: kept } });
  });

  it('lines stay lines in a text and become blanks in a title', async () => {
    const entryId = await createDraft(author, filled(' a\r\nb\rc\n\td '));
    expect(await ask(author, 'draft', { entryId })).toMatchObject({
      latest: { document: { title: 'a b c d', body: ' a\nb\nc\n\td ', content: { problem: ' a\nb\nc\n\td ' } } },
    });
  });

  it('too long ones are named, each with its limit, and nothing is kept', async () => {
    const document = filled('x'.repeat(110_000));
    const entryId = crypto.randomUUID();
    expect(await ask(author, 'createDraft', { input: { entryId, document } })).toMatchObject({
      fields: [
        { path: ['title'], code: 'too-long', limit: 1_000 },
        { path: ['keyStatement'], code: 'too-long', limit: 2_000 },
        { path: ['body'], code: 'too-long', limit: 100_000 },
        { path: ['content', 'practice', 'problem'], code: 'too-long', limit: 20_000 },
        { path: ['content', 'practice', 'approach'], code: 'too-long', limit: 50_000 },
        { path: ['content', 'practice', 'result'], code: 'too-long', limit: 20_000 },
        { path: ['content', 'practice', 'effort'], code: 'too-long', limit: 10_000 },
        { path: ['content', 'practice', 'reuse'], code: 'too-long', limit: 20_000 },
        { path: ['content', 'practice', 'contact'], code: 'too-long', limit: 2_000 },
      ],
    });
    expect(await ask(author, 'draft', { entryId })).toBeNull();
  });

  it('lists have limits, and name nothing unknown', async () => {
    const create = (given: Partial<PracticeDocument>) =>
      ask(author, 'createDraft', { input: { entryId: crypto.randomUUID(), document: practice(given) } });
    const fields = (path: string[], code: string, limit: number | null = null) => ({ fields: [{ path, code, limit }] });
    const people = Array.from({ length: 21 }, () => crypto.randomUUID());
    expect(await create({ coAuthors: people })).toMatchObject(fields(['coAuthors'], 'too-many', 20));
    expect(await create({ topics: Array.from({ length: 9 }, (_, index) => `t${index}`) })).toMatchObject(fields(['topics'], 'too-many', 8));
    expect(await create({ topics: ['energie', 'unbekannt'] })).toMatchObject(fields(['topics'], 'unknown'));
    for (const id of [crypto.randomUUID(), guest.personId, hub.companies.wohnbau.id, hidden]) {
      expect(await create({ coAuthors: [id] })).toMatchObject(fields(['coAuthors'], 'unknown'));
    }
    const visibility = { choice: 'COMPANIES', companies: [author.personId] };
    expect(await create({ visibility })).toMatchObject(fields(['visibility', 'companies'], 'unknown'));
  });

  it('said twice in a list is said once', async () => {
    const { wohnbau } = hub.companies;
    const entryId = await publish(
      author,
      practice({
        topics: ['energie', 'energie'],
        coAuthors: [author.personId.toUpperCase(), author.personId],
        visibility: { choice: 'COMPANIES', companies: [wohnbau.id, wohnbau.id.toUpperCase()] },
      }),
    );
    expect(await readEntry(author, entryId)).toMatchObject({
      topics: [{ id: 'energie' }],
      authors: [{ name: 'mirjam' }],
      visibility: { companies: [{ slug: 'stadtwerke' }, { slug: 'wohnbau' }] },
    });
  });
});
