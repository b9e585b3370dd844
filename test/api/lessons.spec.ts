// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();

const lesson = {
  title: 'SMS an veraltete Nummern',
  keyStatement: 'Vier von zehn Nummern waren veraltet.',
  body: '',
  language: 'de',
  topics: [],
  coAuthors: [],
  visibility: { choice: 'GROUP' },
  content: {
    lesson: { tried: 'Erinnern.', expected: 'Weniger Ausfälle.', happened: 'Niemand bekam sie.', nextTime: 'Erst die Stammdaten.' },
  },
};

const create = 'mutation ($input: CreateDraftInput!) { createDraft(input: $input) { __typename } }';
const publish = `mutation ($entryId: ID!) { publish(entryId: $entryId, revision: 1)
  { __typename ... on InvalidInput { fields { path code } } } }`;
const read = 'query ($id: ID!) { entry(id: $id) { kind ... on Lesson { content { tried nextTime } } } }';

it('is written, released and read like any other kind', async () => {
  const author = await hub.signIn(employee('piotr', 'klinikum', ['author']));
  const reader = await hub.signIn(employee('lea', 'wohnbau'));
  const entryId = crypto.randomUUID();
  await author.request(create, { input: { entryId, document: lesson } });
  expect(await author.request(publish, { entryId })).toEqual({ publish: { __typename: 'Published' } });
  expect(await reader.request(read, { id: entryId })).toEqual({
    entry: { kind: 'LESSON', content: { tried: 'Erinnern.', nextTime: 'Erst die Stammdaten.' } },
  });
});

it('wants all four answers before it is published', async () => {
  const author = await hub.signIn(employee('piotr', 'klinikum', ['author']));
  const entryId = crypto.randomUUID();
  const content = { lesson: { ...lesson.content.lesson, nextTime: ' ' } };
  await author.request(create, { input: { entryId, document: { ...lesson, content } } });
  expect(await author.request(publish, { entryId })).toEqual({
    publish: { __typename: 'InvalidInput', fields: [{ path: ['content', 'lesson', 'nextTime'], code: 'required' }] },
  });
});
