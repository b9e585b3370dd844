// SPDX-License-Identifier: EUPL-1.2
import { type ActionFailure, error, fail, redirect } from '@sveltejs/kit';
import { editAddress, entryAddress } from '#lib/entries/address.ts';
import { sectionsOf } from '#lib/kinds/sections.server.ts';
import { api } from '#lib/server/api.ts';
import { AddReuse, Archive, RemoveReuse, Restore, Withdraw } from '#lib/server/documents/actions.ts';
import { EntryPage } from '#lib/server/documents/entry.ts';
import { uuid } from '#lib/server/uuid.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { entry } = await api(event).query(EntryPage, { id: uuid(event.params.id) });
  if (!entry) error(404, { message: 'not found' });
  if (entry.revision === 0 && entry.may.edit) redirect(303, editAddress(entry));
  if (event.params.slug !== entry.slug && event.request.method === 'GET') redirect(308, entryAddress(entry) + event.url.search);
  return { entry, sections: sectionsOf(entry) };
};

type Done = 'archived' | 'withdrawn' | 'restored' | 'reused' | 'reuse-ended';
interface Outcome {
  done: Done | null;
  /** The change that was no longer possible. */
  problem: Done | null;
}

type Change = (event: RequestEvent, variables: { id: string }) => Promise<{ __typename: string }>;

/** One change of the entry in the address; `done` is what the page says afterwards. */
function change(done: Done, make: Change) {
  return async (event: RequestEvent): Promise<Outcome | ActionFailure<Outcome>> => {
    const { __typename } = await make(event, { id: uuid(event.params.id) });
    if (__typename === 'NotPossible' || __typename === 'InvalidInput') return fail<Outcome>(409, { done: null, problem: done });
    return { done, problem: null };
  };
}

export const actions = {
  reuse: change('reused', async (event, variables) => (await api(event).query(AddReuse, variables)).addReuse),
  endReuse: change('reuse-ended', async (event, variables) => (await api(event).query(RemoveReuse, variables)).removeReuse),
  archive: change('archived', async (event, variables) => (await api(event).query(Archive, variables)).archive),
  withdraw: change('withdrawn', async (event, variables) => (await api(event).query(Withdraw, variables)).withdraw),
  restore: change('restored', async (event, variables) => (await api(event).query(Restore, variables)).restore),
} satisfies Actions;
