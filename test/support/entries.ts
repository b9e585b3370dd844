// SPDX-License-Identifier: EUPL-1.2
import type { Client } from './client.js';

export interface PracticeDocument {
  title: string;
  keyStatement: string;
  body: string;
  language: string;
  topics: string[];
  coAuthors: string[];
  validUntil: string | null;
  visibility: { choice: string; companies?: string[] };
  content: { practice: Record<string, string> };
}

/** A practice that could be published; a test says only what it is about. */
export function practice(given: Partial<PracticeDocument> = {}): PracticeDocument {
  return {
    title: 'Licht nach Bedarf',
    keyStatement: 'Das Licht regelt herunter, solange niemand kommt.',
    body: '',
    language: 'de',
    topics: ['energie'],
    coAuthors: [],
    validUntil: null,
    visibility: { choice: 'GROUP' },
    content: {
      practice: {
        problem: 'Es brannte die ganze Nacht.',
        approach: 'Melder.',
        result: 'Weniger Strom.',
        effort: '',
        reuse: '',
        contact: '',
      },
    },
    ...given,
  };
}

/** @returns the entry's id */
export async function createDraft(author: Client, document: PracticeDocument): Promise<string> {
  const entryId = crypto.randomUUID();
  const { createDraft: outcome } = await author.request<{ createDraft: { __typename: string } }>(
    `mutation ($input: CreateDraftInput!) { createDraft(input: $input) { __typename ... on InvalidInput { fields { path code } } } }`,
    { input: { entryId, document } },
  );
  if (outcome.__typename !== 'Saved') throw new Error(JSON.stringify(outcome));
  return entryId;
}

/** A draft, released at once. @returns the entry's id */
export async function publish(author: Client, document: PracticeDocument): Promise<string> {
  const entryId = await createDraft(author, document);
  await publishRevision(author, entryId, 1);
  return entryId;
}

export async function publishRevision(author: Client, entryId: string, revision: number): Promise<void> {
  const { publish: outcome } = await author.request<{ publish: { __typename: string } }>(
    `mutation ($entryId: ID!, $revision: Int!) { publish(entryId: $entryId, revision: $revision)
      { __typename ... on InvalidInput { fields { path code } } } }`,
    { entryId, revision },
  );
  if (outcome.__typename !== 'Published') throw new Error(JSON.stringify(outcome));
}

export async function readEntry(client: Client, id: string): Promise<Record<string, unknown> | null> {
  const { entry } = await client.request<{ entry: Record<string, unknown> | null }>(
    `query ($id: ID!) { entry(id: $id) { __typename id kind slug state title keyStatement body company { slug } department { slug }
      responsible { name mail } authors { name } topics { id } visibility { choice headCount companies { slug } department { slug } }
      publishedAt validUntil revision reuses { company { slug } person { name } } history { action person { name } revision }
      may { edit archive withdraw restore discard narrow reuse } ... on Practice { content { problem approach } } } }`,
    { id },
  );
  return entry;
}
