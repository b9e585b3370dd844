// SPDX-License-Identifier: EUPL-1.2
import type { EntryView } from '#lib/server/documents/entry.ts';
import type { ChosenPerson } from './editor.ts';
import type { WrittenDraft } from './revision.server.ts';

type Topics = EntryView['topics'];

/** The entry as it will be when the newest revision is released: nobody may do anything with it here, it is only to be looked at. */
export function previewOf(draft: WrittenDraft, author: ChosenPerson | null, topics: Topics, now: Date): EntryView {
  const { document, number } = draft.latest;
  const { title, keyStatement, body, language, validUntil, visibility, content } = document;
  const { __typename, ...answers } = content;
  const nothing = { edit: false, archive: false, withdraw: false, restore: false, discard: false, narrow: false, reuse: false };
  // A kind's content is called like the kind, which the compiler cannot know.
  return {
    __typename: __typename.replace(/Content$/, ''),
    id: draft.entryId,
    kind: draft.kind,
    slug: 'vorschau',
    state: 'PUBLISHED',
    title,
    keyStatement,
    body,
    language,
    company: draft.company,
    department: draft.department ?? null,
    responsible: author && { id: author.id, name: author.name, mail: null, phone: null },
    authors: [...(author ? [author] : []), ...document.coAuthors],
    topics: topics.filter(({ id }) => document.topics.includes(id)),
    visibility,
    publishedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    validUntil: validUntil ?? null,
    revision: number,
    reuses: [],
    history: [],
    may: nothing,
    content: answers,
  } as EntryView;
}
