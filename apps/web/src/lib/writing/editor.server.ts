// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { limits } from '@libs/entries/entry.input.ts';
import { error, isHttpError, redirect, type RequestEvent } from '@sveltejs/kit';
import type { EntryKind, NewEntryOwnerQuery } from '#lib/gql/graphql.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { api } from '#lib/server/api.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { valuesOfDocument } from './document.server.ts';
import { Choices, FindPeople, NewEntryOwner, OpenDraft, Similar, VisibilityPreview } from './documents.server.ts';
import type { WrittenDraft } from './revision.server.ts';
import type { Editor, Owner, SavedState, Sight, SimilarEntry } from './editor.ts';
import { problemsOf } from './problems.ts';
import { emptyValues } from './values.ts';

/** Shorter titles resemble everything. */
export const SIMILAR_FROM = 4;

/** The form for an entry that is being written. */
export async function openDraft(event: RequestEvent, id: string): Promise<Editor> {
  signedInOrPosting(event);
  const draft = await answerOrForm(event, api(event).query(OpenDraft, { id }));
  if (draft && !draft.draft && !isPosting(event)) error(404, { message: 'not found' });
  const saved = draft?.draft ? savedState(draft.draft) : null;
  return {
    ...(await aroundTheForm(event, saved)),
    saved,
    owner: draft?.draft ? { ...draft.draft.company, department: draft.draft.department ?? null } : null,
    sight: draft?.draft?.latest.document.visibility ?? null,
  };
}

/** The form for an entry that does not exist yet; the id is made here, so that the form sent twice is one draft. */
export async function openNew(event: RequestEvent, kind: EntryKind): Promise<Editor> {
  signedInOrPosting(event);
  const answer = await answerOrForm(event, api(event).query(NewEntryOwner));
  if (answer && !answer.viewer?.mayContribute.includes(kind) && !isPosting(event)) error(403, { message: 'forbidden' });
  const owner = answer?.viewer ? ownerOf(answer.viewer) : null;
  const saved = newState(kind);
  return { ...(await aroundTheForm(event, answer && saved)), saved, owner, sight: owner && (await sightOf(event, saved)) };
}

/** Everything beside the form. None of it may keep somebody from writing. */
async function aroundTheForm(event: RequestEvent, saved: SavedState | null): Promise<Omit<Editor, 'saved' | 'owner' | 'sight'>> {
  // Without an answer to the first question there will be none to the others, and somebody is waiting.
  if (!saved) return { companies: null, topics: null, similar: [], people: null, limits: { ...limits } };
  const [choices, similar, people] = await Promise.all([
    answerOrForm(event, api(event).query(Choices)),
    similarTo(event, saved.values.title, saved.base ? saved.entryId : null),
    peopleAskedFor(event),
  ]);
  const { companies = null, topics = null } = choices ?? {};
  return { companies, topics, similar, people, limits: { ...limits } };
}

/** Without JavaScript the name comes in the address. */
async function peopleAskedFor(event: RequestEvent): Promise<Editor['people']> {
  const text = event.url.searchParams.get('person')?.slice(0, 100);
  if (!text) return null;
  const answer = await orNothing(api(event).query(FindPeople, { text }));
  return { text, found: answer?.people ?? [] };
}

export async function similarTo(event: RequestEvent, title: string, except: string | null): Promise<SimilarEntry[]> {
  if (title.trim().length < SIMILAR_FROM) return [];
  const answer = await orNothing(api(event).query(Similar, { title: title.slice(0, 300), except }));
  return answer?.similar.map(({ entry }) => entry) ?? [];
}

async function sightOf(event: RequestEvent, { values }: SavedState): Promise<Sight | null> {
  const visibility = { choice: values.choice, companies: values.companies };
  return (await orNothing(api(event).query(VisibilityPreview, { visibility, entry: null })))?.visibilityPreview ?? null;
}

function signedInOrPosting(event: RequestEvent): void {
  if (!event.locals.session.signedIn && !isPosting(event)) redirect(303, signInPath(event.url));
}

async function answerOrForm<T>(event: RequestEvent, answer: Promise<T>): Promise<T | null> {
  return isPosting(event) ? orNothing(answer) : answer;
}

/** After a form was sent the page must come back with it, whatever became of the API, the session or the right; the action has said why. */
function isPosting({ request }: RequestEvent): boolean {
  return request.method === 'POST';
}

async function orNothing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (cause) {
    if (isHttpError(cause)) return null;
    throw cause;
  }
}

function savedState(draft: WrittenDraft): SavedState {
  const { latest } = draft;
  return {
    entryId: draft.entryId,
    kind: draft.kind,
    base: latest.number,
    values: valuesOfDocument(latest.document, draft.company.id),
    savedAt: latest.savedAt,
    savedBy: latest.savedBy ?? null,
    state: draft.state,
    releasedRevision: draft.releasedRevision ?? null,
    mayDiscard: draft.may.discard,
    missing: problemsOf(draft.missing),
    coAuthors: [...latest.document.coAuthors],
  };
}

function newState(kind: EntryKind): SavedState {
  return {
    entryId: randomUUID(),
    kind,
    base: 0,
    values: emptyValues(getLocale()),
    savedAt: null,
    savedBy: null,
    state: 'DRAFT',
    releasedRevision: null,
    mayDiscard: false,
    missing: [],
    coAuthors: [],
  };
}

function ownerOf({ actingFor, memberships }: NonNullable<NewEntryOwnerQuery['viewer']>): Owner | null {
  if (!actingFor) return null;
  const department = memberships.find(({ company }) => company.id === actingFor.id)?.department ?? null;
  return { ...actingFor, department };
}
