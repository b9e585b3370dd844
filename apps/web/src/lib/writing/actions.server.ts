// SPDX-License-Identifier: EUPL-1.2
import { error, fail, isHttpError, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { editAddress, entryAddress } from '#lib/entries/address.ts';
import { formOf } from '#lib/kinds/forms.ts';
import { api } from '#lib/server/api.ts';
import { valuesOfDocument } from './document.server.ts';
import { Choices, Discard, OneRevision, OpenDraft, Publish } from './documents.server.ts';
import type { SavedDraft, WrittenRevision } from './revision.server.ts';
import type { Merge } from './merge.ts';
import { mergedValues, mergeOf, namesOf } from './merge.server.ts';
import { faultOf, type Refusal } from './refusal.ts';
import { questionBefore } from './release-question.server.ts';
import { save } from './save.server.ts';
import { readSent, type Sent } from './sent.server.ts';

type Refused = ActionFailure<Refusal>;
type Step = (event: RequestEvent, sent: Sent) => Promise<Refused>;

/** Every failure brings the form back with what was sent. */
function withForm(step: Step): (event: RequestEvent) => Promise<Refused> {
  return async (event) => {
    const sent = await readSent(event.request);
    try {
      return await step(event, sent);
    } catch (cause) {
      if (!isHttpError(cause)) throw cause;
      return refuse(cause.status, sent, { fault: faultOf(cause.status) });
    }
  };
}

/** Saves and goes on writing, or to where the pressed button says. */
export const saveAction = withForm(async (event, sent) => {
  const saved = await saveOrRefuse(event, sent);
  if (!('draft' in saved)) return saved;
  redirect(303, nextAddress(sent));
});

function nextAddress({ entryId, form }: Sent): string {
  const then = form.get('then');
  const name = String(form.get('personName') ?? '').trim();
  if (then === 'preview') return `/beitrag/${entryId}/vorschau`;
  if (then === 'sight') return `${editAddress({ id: entryId })}#sichtbarkeit`;
  if (then === 'people' && name) return `${editAddress({ id: entryId })}?person=${encodeURIComponent(name)}#mitschreibende`;
  return editAddress({ id: entryId });
}

/** Saves, then releases what was saved. Whatever needs a second thought is asked about first; what is missing is shown on the saved form. */
export const publishAction = withForm(async (event, sent) => {
  const saved = await saveOrRefuse(event, sent);
  if (!('draft' in saved)) return saved;
  const { entryId, missing, latest } = saved.draft;
  if (missing.length === 0 && (await questionBefore(event, saved.draft))) redirect(303, confirmAddress(entryId));
  const outcome = missing.length ? 'incomplete' : await release(event, entryId, latest.number);
  redirect(303, outcome === 'incomplete' ? incompleteAddress(entryId) : editAddress({ id: entryId }));
});

/** Releases the revision and goes to the entry. When somebody saved in between nothing is released: nobody has read it yet. */
export async function release(event: RequestEvent, id: string, revision: number): Promise<'incomplete' | 'conflict'> {
  const { publish } = await api(event).query(Publish, { id, revision });
  if (publish.__typename === 'Published') redirect(303, publish.entry ? `${entryAddress(publish.entry)}?veroeffentlicht` : '/');
  return publish.__typename === 'InvalidInput' ? 'incomplete' : 'conflict';
}

/** The page that asks first. */
function confirmAddress(id: string): string {
  return `${editAddress({ id })}/veroeffentlichen`;
}

/** The form, with what is missing for publishing at the top. */
export function incompleteAddress(id: string): string {
  return `${editAddress({ id })}?offen#fehler`;
}

/** Saves what was put together from both texts, on top of the other one. */
export const mergeAction = withForm(async (event, sent) => {
  const theirs = await theirValues(event, sent);
  const values = mergedValues(formOf(sent.kind), sent.values, theirs, sent.form);
  const saved = await saveOrRefuse(event, { ...sent, values });
  if (!('draft' in saved)) return saved;
  redirect(303, editAddress({ id: sent.entryId }));
});

/** Takes the other text. The own one is saved just before it, so that it can be found among the revisions. */
export const takeTheirsAction = withForm(async (event, sent) => {
  const theirs = await theirValues(event, sent);
  const kept = await saveOrRefuse(event, sent);
  if (!('draft' in kept)) return kept;
  const taken = await saveOrRefuse(event, { ...sent, values: theirs, base: kept.draft.latest.number });
  if (!('draft' in taken)) return taken;
  redirect(303, editAddress({ id: sent.entryId }));
});

/** Into the bin; the list of kinds offers to take it back. */
export const discardAction = withForm(async (event, sent) => {
  await api(event).query(Discard, { id: sent.entryId });
  redirect(303, `/beitragen?verworfen=${sent.entryId}`);
});

async function theirValues(event: RequestEvent, { entryId, base }: Sent): Promise<Sent['values']> {
  const [revision, { draft }] = await Promise.all([revisionOf(event, entryId, base), api(event).query(OpenDraft, { id: entryId })]);
  if (!draft) error(404, { message: 'not found' });
  return valuesOfDocument(revision.document, draft.company.id);
}

async function saveOrRefuse(event: RequestEvent, sent: Sent): Promise<{ draft: SavedDraft } | Refused> {
  const outcome = await save(event, sent);
  if (outcome.outcome === 'saved') return outcome;
  if (outcome.outcome === 'invalid') return refuse(422, sent, { problems: outcome.problems });
  return refuse(409, sent, { merge: await bothTexts(event, sent, outcome.base.number, outcome.theirs.number) });
}

/** The two texts and the one before, field by field. */
async function bothTexts(event: RequestEvent, sent: Sent, baseNumber: number, theirsNumber: number): Promise<Merge> {
  const [base, theirs, { companies, topics }, { draft }] = await Promise.all([
    revisionOf(event, sent.entryId, baseNumber),
    revisionOf(event, sent.entryId, theirsNumber),
    api(event).query(Choices),
    api(event).query(OpenDraft, { id: sent.entryId }),
  ]);
  const names = namesOf(topics, companies, [...sent.people, ...base.document.coAuthors, ...theirs.document.coAuthors]);
  return mergeOf(formOf(sent.kind), { base, theirs, mine: sent.values, owner: draft?.company.id ?? '' }, names);
}

async function revisionOf(event: RequestEvent, id: string, number: number): Promise<WrittenRevision> {
  const { revision } = await api(event).query(OneRevision, { id, number });
  return revision ?? error(404, { message: 'not found' });
}

function refuse(status: number, { entryId, kind, base, values, people }: Sent, why: Partial<Refusal>): Refused {
  return fail(status, { entryId, kind, base, values, people, problems: [], fault: null, merge: null, ...why });
}
