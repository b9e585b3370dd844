// SPDX-License-Identifier: EUPL-1.2
import { error, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { documentOf } from './document.server.ts';
import { CreateDraft, SaveRevision } from './documents.server.ts';
import { type Problem, problemsOf } from './problems.ts';
import type { Conflict, SaveAnswer, SavedDraft } from './revision.server.ts';
import type { Sent } from './sent.server.ts';

export type SaveOutcome =
  | { outcome: 'saved'; draft: SavedDraft }
  | { outcome: 'invalid'; problems: Problem[] }
  | ({ outcome: 'conflict' } & Pick<Conflict, 'base' | 'theirs'>);

type Caller = Pick<RequestEvent, 'locals'>;

/** Saves what was sent as the next revision. @throws HttpError when there is no session, no right, no such entry or no API */
export async function save(event: Caller, sent: Sent): Promise<SaveOutcome> {
  const invalid = impossibleDay(sent.values.validUntil);
  if (invalid) return { outcome: 'invalid', problems: [invalid] };
  return sent.base === 0 ? begin(event, sent) : goOn(event, sent, sent.base);
}

/**
 * The id was made with the form, so a form sent twice is one draft. The second time the API answers with the draft that is there, which may
 * say something else by now; so what was sent counts as a change of its first revision, which changes nothing when it says the same.
 */
async function begin(event: Caller, sent: Sent): Promise<SaveOutcome> {
  const input = { entryId: sent.entryId, document: documentOf(sent.kind, sent.values) };
  const outcome = outcomeOf((await api(event).query(CreateDraft, { input })).createDraft);
  return outcome.outcome === 'saved' ? goOn(event, sent, 1) : outcome;
}

async function goOn(event: Caller, { entryId, kind, values }: Sent, base: number): Promise<SaveOutcome> {
  const input = { entryId, base, document: documentOf(kind, values) };
  return outcomeOf((await api(event).query(SaveRevision, { input })).saveRevision);
}

function outcomeOf(answer: SaveAnswer): SaveOutcome {
  switch (answer.__typename) {
    case 'Saved':
      // Saved, and out of sight: whoever takes themselves off the list of authors has nothing more to do here.
      return answer.draft ? { outcome: 'saved', draft: answer.draft } : error(404, { message: 'not found' });
    case 'InvalidInput':
      return { outcome: 'invalid', problems: problemsOf(answer.fields) };
    case 'RevisionConflict':
      return { outcome: 'conflict', base: answer.base, theirs: answer.theirs };
  }
}

/** The API takes days only; what an old browser lets people type is told here. */
function impossibleDay(day: string): Problem | undefined {
  const possible = !day || (/^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day));
  return possible ? undefined : { field: 'validUntil', code: 'invalid', limit: null };
}
