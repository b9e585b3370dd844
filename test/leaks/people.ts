// SPDX-License-Identifier: EUPL-1.2
import { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { employee, type TestHub } from '../support/hub.js';
import type { Identity } from '../support/realm.js';
import { groupCanary } from './canaries.js';
import { type ActorName, actorNames } from './oracle.js';

/** Who they are at the realm. `stranger` has no token; what becomes of `ended`, `endedCoAuthor` and `formerAuthor` is said below. */
const identities: Record<Exclude<ActorName, 'stranger'>, Identity> = {
  author: employee('author', 'stadtwerke', ['author'], 'licht'),
  formerAuthor: employee('former-author', 'stadtwerke', ['author', 'editor'], 'licht'),
  coAuthor: employee('co-author', 'verwaltung', ['author'], 'hochbau'),
  formerCoAuthor: employee('former-co-author', 'klinikum', ['author'], 'haustechnik'),
  endedCoAuthor: employee('ended-co-author', 'klinikum', ['author'], 'haustechnik'),
  sameDepartment: employee('same-department', 'stadtwerke', [], 'licht'),
  subDepartment: employee('sub-department', 'stadtwerke', [], 'strassenlicht'),
  parentDepartment: employee('parent-department', 'stadtwerke', ['author'], 'technik'),
  otherDepartment: employee('other-department', 'stadtwerke', ['trainer'], 'wasser'),
  editor: employee('editor', 'stadtwerke', ['editor'], 'wasser'),
  companyAdmin: employee('company-admin', 'stadtwerke', ['admin'], 'wasser'),
  chosenCompany: employee('chosen-company', 'wohnbau', ['author'], 'hausverwaltung'),
  chosenEditor: employee('chosen-editor', 'wohnbau', ['editor']),
  twoCompanies: { ...employee('two-companies', 'klinikum', ['author']), organization: { klinikum: {}, wohnbau: {} } },
  otherCompany: employee('other-company', 'klinikum', [], 'haustechnik'),
  otherEditor: employee('other-editor', 'klinikum', ['editor', 'admin']),
  pretender: employee('pretender', 'klinikum', ['author', 'editor'], 'haustechnik'),
  office: { ...employee('office', 'verwaltung', [], 'buergerservice'), realm_access: { roles: ['office'] } },
  auditor: { ...employee('auditor', 'verwaltung'), realm_access: { roles: ['auditor'] } },
  // Roles and departments without a company are worth nothing.
  guest: {
    sub: 'guest',
    name: 'guest',
    company_roles: ['stadtwerke:editor'],
    department: ['stadtwerke:licht'],
    realm_access: { roles: ['office'] },
  },
  unknown: employee('unknown', 'stadtwerke', ['editor'], 'licht'),
  ended: employee('ended', 'stadtwerke', ['editor'], 'licht'),
};

export type People = Record<ActorName, Client>;

/** The departments above and below the author's, and everybody signed in; every name is a canary. */
export async function createPeople(hub: TestHub): Promise<People> {
  await createDepartments(hub);
  const people: Partial<People> = { stranger: hub.stranger };
  for (const [index, name] of actorNames.entries()) {
    if (name === 'stranger') continue;
    const identity = { ...identities[name], name: groupCanary(index) };
    people[name] = name === 'unknown' ? new Client(hub.url, await hub.realm.token(identity)) : await hub.signIn(identity);
  }
  const everybody = people as People;
  everybody.twoCompanies.actingFor = hub.companies.klinikum.id;
  everybody.pretender.actingFor = hub.companies.stadtwerke.id;
  await describePeople(hub, everybody);
  return everybody;
}

/** Two left all companies: their claims name none any more. One went to another. */
export async function endMemberships(hub: TestHub, people: People): Promise<void> {
  const today = {
    ended: { ...identities.ended, organization: {} },
    endedCoAuthor: { ...identities.endedCoAuthor, organization: {} },
    formerAuthor: employee('former-author', 'klinikum', ['author', 'editor'], 'haustechnik'),
  };
  for (const name of ['ended', 'endedCoAuthor', 'formerAuthor'] as const) {
    people[name] = await hub.signIn({ ...today[name], name: groupCanary(actorNames.indexOf(name)) });
  }
}

async function createDepartments({ database, companies }: TestHub): Promise<void> {
  const [technik, strassenlicht] = [crypto.randomUUID(), crypto.randomUUID()];
  const insert = `insert into department (id, company_id, parent_id, slug, name_de, name_en, head_count)
    values ($1, $2, (select id from department where slug = $3), $4, $5, $5, 10)`;
  await query(database.migrations, insert, [technik, companies.stadtwerke.id, null, 'technik', groupCanary(60)]);
  await query(database.migrations, insert, [strassenlicht, companies.stadtwerke.id, 'licht', 'strassenlicht', groupCanary(61)]);
  await query(database.migrations, `update department set parent_id = $1, name_de = $2 where slug = 'licht'`, [technik, groupCanary(62)]);
}

/** What has no use case yet: telephone and profile. */
async function describePeople({ database }: TestHub, people: People): Promise<void> {
  const ids = Object.values(people).map(({ personId }) => personId);
  const known = ids.filter((id) => id !== '');
  await query(
    database.migrations,
    `insert into person_contact (person_id, kind, value, verified) select id, 'phone', name || ' 110', true from person where id = any ($1)`,
    [known],
  );
  await query(
    database.migrations,
    `insert into person_profile (person_id, job_title, about) select id, name, name from person where id = any ($1)`,
    [known],
  );
}
