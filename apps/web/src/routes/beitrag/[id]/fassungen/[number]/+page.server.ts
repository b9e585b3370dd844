// SPDX-License-Identifier: EUPL-1.2
import { error, redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { editAddress } from '#lib/entries/address.ts';
import { api } from '#lib/server/api.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { uuid } from '#lib/server/uuid.ts';
import { compare } from '#lib/writing/compare.server.ts';
import { valuesOfDocument } from '#lib/writing/document.server.ts';
import { Choices, OneRevision, OpenDraft } from '#lib/writing/documents.server.ts';
import type { WrittenRevision } from '#lib/writing/revision.server.ts';
import { namesOf } from '#lib/writing/merge.server.ts';
import { save } from '#lib/writing/save.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.session.signedIn) redirect(303, signInPath(event.url));
  const { id, number } = asked(event);
  const other = event.url.searchParams.get('mit');
  const [{ draft }, { companies, topics }, revision, before] = await Promise.all([
    api(event).query(OpenDraft, { id }),
    api(event).query(Choices),
    revisionOf(event, id, number),
    revisionOf(event, id, other ? numberOf(other) : number - 1),
  ]);
  if (!draft || !revision) error(404, { message: 'not found' });
  const people = [...revision.document.coAuthors, ...(before?.document.coAuthors ?? [])];
  const { savedAt, savedBy, released } = revision;
  return {
    id,
    kind: draft.kind,
    title: draft.latest.document.title,
    revision: { number, savedAt, savedBy: savedBy?.name ?? null, released },
    before: before && before.number,
    newest: draft.latest.number,
    fields: compare(draft.kind, revision, before, draft.company.id, namesOf(topics, companies, people)),
  };
};

export const actions: Actions = {
  /** Saves an old text as the newest revision; what is newest now stays among the revisions. */
  take: async (event) => {
    const { id, number } = asked(event);
    const [{ draft }, revision] = await Promise.all([api(event).query(OpenDraft, { id }), revisionOf(event, id, number)]);
    if (!draft || !revision) error(404, { message: 'not found' });
    const values = valuesOfDocument(revision.document, draft.company.id);
    await save(event, { entryId: id, kind: draft.kind, base: draft.latest.number, values, people: [], form: new FormData() });
    redirect(303, editAddress({ id }));
  },
};

function asked({ params }: RequestEvent): { id: string; number: number } {
  return { id: uuid(params['id']), number: numberOf(params['number']) };
}

function numberOf(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,8}$/.test(text)) error(404, { message: 'not found' });
  return Number(text);
}

async function revisionOf(event: RequestEvent, id: string, number: number): Promise<WrittenRevision | null> {
  return number < 1 ? null : ((await api(event).query(OneRevision, { id, number })).revision ?? null);
}
