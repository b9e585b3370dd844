// SPDX-License-Identifier: EUPL-1.2
import { type ActionFailure, error, fail, type RequestEvent } from '@sveltejs/kit';
import type { MemberDone, MemberOutcome } from '#lib/administration/member-outcome.ts';
import type { RightsKeptReason } from '#lib/gql/graphql.ts';
import { GIVEN_ROLES, type GivenRoleName } from '#lib/rights/role-words.ts';
import { administered } from '#lib/server/administration.ts';
import { uuid } from '#lib/server/uuid.ts';

type Event = RequestEvent<{ slug: string }>;
type Answer = MemberOutcome | ActionFailure<MemberOutcome>;

interface Of {
  personId: string;
  companyId: string;
}

interface Sent {
  of: Of;
  /** As the page showed it, for the words of the answer alone. */
  person: MemberOutcome['person'];
  form: FormData;
}

type RightsAnswer = { __typename: 'RightsChanged' } | { __typename: 'RightsKept'; why: RightsKeptReason };

/** One role of one person, given or taken. */
export function roleChange(done: MemberDone, make: (event: Event, of: Of & { role: GivenRoleName }) => Promise<RightsAnswer>) {
  return async (event: Event): Promise<Answer> => {
    const { of, person, form } = await sent(event);
    const role = GIVEN_ROLES.find((each) => each === form.get('role'));
    if (!role) error(404, { message: 'not found' });
    const answer = await make(event, { ...of, role });
    if (answer.__typename === 'RightsKept') return fail<MemberOutcome>(409, { person, role, done: null, kept: answer.why });
    return { person, role, done, kept: null };
  };
}

/** Ends or reopens a membership; `null` says that it is one's own. */
export function memberChange(make: (event: Event, of: Of) => Promise<MemberDone | null>) {
  return async (event: Event): Promise<Answer> => {
    const { of, person } = await sent(event);
    const done = await make(event, of);
    if (!done) return fail<MemberOutcome>(409, { person, role: null, done: null, kept: 'OWN_MEMBERSHIP' });
    return { person, role: null, done, kept: null };
  };
}

async function sent(event: Event): Promise<Sent> {
  const form = await event.request.formData();
  const { company } = await administered(event);
  const id = uuid(String(form.get('person') ?? ''));
  return { of: { personId: id, companyId: company.id }, person: { id, name: String(form.get('name') ?? '').slice(0, 200) }, form };
}
