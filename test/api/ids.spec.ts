// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Operation } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, type PracticeDocument, publish } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
const canary = 'Kanarienvogel';
let author: Client;
let guest: Client;
let hidden: string;
let published: string;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  const doctor = await hub.signIn(employee('jonas', 'klinikum', ['author']));
  guest = await hub.signIn({ sub: 'gast' });
  hidden = await createDraft(doctor, practice({ title: canary }));
  published = await publish(author, practice());
});

/** Every argument that is an id or a word. */
const places: [string, Operation, (id: string) => Record<string, unknown>][] = [
  ...(['archive', 'withdraw', 'restore', 'discard', 'addReuse', 'removeReuse', 'draft', 'revisions'] as const).map(
    (operation): (typeof places)[number] => [`${operation}.entryId`, operation, (entryId) => ({ entryId })],
  ),
  ['publish.entryId', 'publish', (entryId) => ({ entryId, revision: 1 })],
  ['narrowVisibility.entryId', 'narrowVisibility', (entryId) => ({ entryId, visibility: { choice: 'PRIVATE' } })],
  [
    'narrowVisibility.companies',
    'narrowVisibility',
    (id) => ({ entryId: published, visibility: { choice: 'COMPANIES', companies: [id, id] } }),
  ],
  ['saveRevision.entryId', 'saveRevision', (entryId) => ({ input: { entryId, base: 1, document: practice() } })],
  ['createDraft.entryId', 'createDraft', (entryId) => ({ input: { entryId, document: practice() } })],
  ['createDraft.topics', 'createDraft', (id) => draftWith({ topics: [id] })],
  ['createDraft.coAuthors', 'createDraft', (id) => draftWith({ coAuthors: [id] })],
  ['createDraft.companies', 'createDraft', (id) => draftWith({ visibility: { choice: 'COMPANIES', companies: [id] } })],
  ['createDraft.language', 'createDraft', (language) => draftWith({ language })],
  ['entry.id', 'entry', (id) => ({ id })],
  ['revision.entryId', 'revision', (entryId) => ({ entryId, number: 1 })],
  ['person.id', 'person', (id) => ({ id })],
  ['people.text', 'people', (text) => ({ text })],
  ['company.slug', 'company', (slug) => ({ slug })],
  ['entries.company', 'entries', (company) => ({ filter: { company } })],
  ['entries.topic', 'entries', (topic) => ({ filter: { topic } })],
  ['visibilityPreview.entryId', 'visibilityPreview', (entryId) => ({ visibility: { choice: 'GROUP' }, entryId })],
  ['visibilityPreview.companies', 'visibilityPreview', (id) => ({ visibility: { choice: 'COMPANIES', companies: [id] } })],
  ['reportBarrier.id', 'reportBarrier', (id) => ({ input: { id, page: '/', message: 'Zu klein' } })],
  [
    'reportBarrier.replyTo',
    'reportBarrier',
    (replyTo) => ({ input: { id: crypto.randomUUID(), page: '/', message: 'Zu klein', replyTo } }),
  ],
];

const draftWith = (given: Partial<PracticeDocument>) => ({ input: { entryId: crypto.randomUUID(), document: practice(given) } });

describe.each(places)('%s', (_, operation, variables) => {
  it('is asked with whatever may come, and no fault of ours and nothing hidden comes back', async () => {
    const words = ['', ' ', 'x', '1', '__proto__', 'constructor', "' or true --", 'a\u0000b', '\ud800', '<script>', 'ü'.repeat(10_000)];
    const nil = '00000000-0000-0000-0000-000000000000';
    const { klinikum } = hub.companies;
    for (const id of [...words, nil, klinikum.id, klinikum.id.toUpperCase(), guest.personId, hidden]) {
      for (const client of [author, hub.stranger]) {
        const answer = JSON.stringify(await ask(client, operation, variables(id)));
        expect(answer).not.toContain('INTERNAL');
        expect(answer).not.toContain(canary);
      }
    }
  });

  it('takes no object, no list and no number that is none', async () => {
    for (const wrong of [{}, { __proto__: 'x' }, { toString: 'x' }, [[]], [{}], 1.5, true]) {
      expect(await ask(author, operation, variables(wrong as never))).toMatchObject({ refused: 'BAD_USER_INPUT', status: 400 });
    }
  });
});
