// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { CompanySlug } from '../../support/organisations.js';
import { adminOf } from './admin.js';
import type { RunningSso } from './sso.js';

/** Somebody in a company's own directory. */
export interface Colleague {
  company: CompanySlug;
  /** In that directory. */
  id: string;
  username: string;
  password: string;
}

export interface Entry {
  firstName?: string;
  lastName?: string;
  email?: string;
  groups?: string[];
  department?: string[];
}

/** A new person in a company's directory, with a name nobody else has. */
export async function newColleague(sso: RunningSso, company: CompanySlug, entry: Entry = {}): Promise<Colleague> {
  const username = `p-${randomUUID().slice(0, 13)}`;
  const password = randomUUID();
  const admin = adminOf(sso);
  await admin.change('POST', `/${company}/users`, {
    ...{ username, enabled: true, emailVerified: true, email: `${username}@${company}.example`, firstName: 'Anna', lastName: username },
    ...fields(entry),
    credentials: [{ type: 'password', value: password, temporary: false }],
  });
  const [found] = await admin.get<{ id: string }[]>(`/${company}/users?exact=true&username=${username}`);
  return { company, id: found?.id ?? '', username, password };
}

/** What the directory says from now on; what is left out of `entry` stays. */
export async function changeColleague(sso: RunningSso, { company, id }: Colleague, entry: Entry): Promise<void> {
  const admin = adminOf(sso);
  const before = await admin.get<Record<string, unknown> & { attributes?: object }>(`/${company}/users/${id}`);
  const { attributes, ...rest } = fields(entry);
  await admin.change('PUT', `/${company}/users/${id}`, { ...before, ...rest, attributes: { ...before.attributes, ...attributes } });
}

function fields({ groups, department, ...rest }: Entry): { attributes: Record<string, string[]> } & Entry {
  return { ...rest, attributes: { ...(groups ? { groups } : {}), ...(department ? { department } : {}) } };
}
