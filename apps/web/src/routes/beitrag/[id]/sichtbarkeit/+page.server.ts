// SPDX-License-Identifier: EUPL-1.2
import { error, fail, redirect, type Actions } from '@sveltejs/kit';
import { entryAddress } from '#lib/entries/address.ts';
import { narrowerChoices } from '#lib/entries/circle.ts';
import type { VisibilityChoice } from '#lib/gql/graphql.ts';
import { api } from '#lib/server/api.ts';
import { type NarrowedEntry, NarrowingPage, NarrowVisibility } from '#lib/server/documents/narrowing.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { uuid } from '#lib/server/uuid.ts';
import { CHOICES } from '#lib/writing/values.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.session.signedIn) redirect(303, signInPath(event.url));
  const [{ entry, companies }, { frame }] = await Promise.all([
    api(event).query(NarrowingPage, { id: uuid(event.params.id) }),
    event.parent(),
  ]);
  if (!entry) error(404, { message: 'not found' });
  const choices = choicesFor(entry, frame.viewer?.id);
  if (!entry.may.narrow || choices.length === 0) redirect(303, entryAddress(entry));
  const candidates = entry.visibility.choice === 'COMPANIES' ? entry.visibility.companies : companies;
  return {
    entry,
    choices,
    companies: candidates.filter(({ id }) => id !== entry.company.id),
    groupHeadCount: companies.reduce((sum, { headCount }) => sum + headCount, 0),
  };
};

/** Without the choices that mean nobody, and the one that an editor who writes nothing here would not survive. */
function choicesFor(entry: NarrowedEntry, viewerId: string | undefined): VisibilityChoice[] {
  return narrowerChoices(entry.visibility).filter((choice) => {
    if (choice === 'PRIVATE') return entry.authors.some(({ id }) => id === viewerId);
    return choice !== 'DEPARTMENT' || Boolean(entry.department);
  });
}

type Problem = 'choice' | 'companies' | 'same';

export const actions: Actions = {
  default: async (event) => {
    const id = uuid(event.params['id']);
    const form = await event.request.formData();
    const choice = CHOICES.find((each) => each === form.get('choice'));
    const companies = choice === 'COMPANIES' ? form.getAll('companies').map(String) : [];
    const refuse = (status: number, problem: Problem) => fail(status, { problem, choice, companies });
    if (!choice) return refuse(422, 'choice');
    if (choice === 'COMPANIES' && companies.length === 0) return refuse(422, 'companies');
    const { narrowVisibility } = await api(event).query(NarrowVisibility, { id, visibility: { choice, companies } });
    if (narrowVisibility.__typename !== 'Changed') return refuse(409, choice === 'COMPANIES' ? 'same' : 'choice');
    redirect(303, narrowVisibility.entry ? `${entryAddress(narrowVisibility.entry)}?eingeschraenkt` : '/');
  },
};
