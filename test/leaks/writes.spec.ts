// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { query } from '../support/database.js';
import { callsOf, type Call, type Generators } from './arguments.js';
import { type Answer, documentsOf, send } from './asking.js';
import { leaks } from './boundary.js';
import { type CityEntry, useCity } from './city.js';
import { generatorsFor, malformedIds, randomId } from './generators.js';
import { type ActorName, actorNames, mayReadPeople, sees, writes } from './oracle.js';
import { mutationFields, type RootField } from './schema-walk.js';

const city = useCity();
let generators: Generators;
beforeAll(() => void (generators = generatorsFor(city)));

/** Mutations about no entry. A new one that takes an entry's id is tried below without being named anywhere. */
const aboutNoEntry = [
  'createDraft',
  'reportBarrier',
  'signIn',
  'saveClaimTable',
  'createOffboardingToken',
  'revokeOffboardingToken',
  'offboard',
  'createCompany',
  'saveCompanySignIn',
  'reportSignInFailure',
];
/** Mutations about somebody's membership in a company, by its admins. */
const aboutMemberships = ['endMembership', 'reopenMembership', 'grantRole', 'revokeRole'];
const aboutAnEntry = mutationFields.filter(({ name }) => ![...aboutNoEntry, ...aboutMemberships].includes(name));
/** What anybody may do who sees the entry. */
const forReaders = ['addReuse', 'removeReuse'];

const others = actorNames.filter((actor) => actor !== 'author' && actor !== 'coAuthor');

describe.each(others)('%s', (actor) => {
  it('changes nothing that is not theirs, and cannot tell the hidden from the missing', async () => {
    const before = await everything();
    for (const [index, field] of aboutAnEntry.entries()) {
      const missing = await call(actor, field, randomId);
      for (const id of malformedIds.slice(0, 2)) expect(await call(actor, field, id), `${field.name} ${id}`).toEqual(missing);
      for (const entry of city.entries.filter(({ number }) => isTried(number, index, actor)))
        await tryToChange(actor, field, entry, missing);
    }
    expect(await everything()).toEqual(before);
  }, 120_000);
});

/** Each mutation of each entry by two in nine of the wrong people, others for each: all would take minutes. */
function isTried(entry: number, mutation: number, actor: ActorName): boolean {
  return (entry + mutation * 2 + actorNames.indexOf(actor)) % 9 < 2;
}

async function tryToChange(actor: ActorName, field: RootField, entry: CityEntry, missing: Answer): Promise<void> {
  const isHidden = !sees(actor, entry);
  if (!isHidden && (writes(actor, entry) || (forReaders.includes(field.name) && mayReadPeople(actor)))) return;
  const answer = await call(actor, field, entry.id);
  const what = `${field.name} of ${JSON.stringify(entry)}`;
  if (isHidden) expect(answer, what).toEqual(missing);
  else expect(codeOf(answer), what).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
  expect(leaks(city, actor, JSON.parse(answer.text))).toEqual([]);
}

describe('an id that is taken', () => {
  const createDraft = mutationFields.find(({ name }) => name === 'createDraft')!;
  const create = (actor: ActorName, entryId: string) => {
    const [base] = callsOf('Mutation', createDraft, generators) as [Call];
    return ask(actor, createDraft, { input: { ...(base.variables['input'] as object), entryId } });
  };

  it('is refused alike whether its entry is hidden or somebody else’s, and changes nothing', async () => {
    const before = await everything();
    const answers = await Promise.all(
      city.entries.filter((entry) => !writes('chosenCompany', entry)).map(({ id }) => create('chosenCompany', id)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toHaveLength(1);
    expect(codeOf(answers[0]!)).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
  });

  it('is the same draft for its author', async () => {
    const before = await everything();
    expect(JSON.parse((await create('author', city.entries[0]!.id)).text)).toMatchObject({
      data: { createDraft: { __typename: 'Saved' } },
    });
    expect(await everything()).toEqual(before);
  });
});

describe('a membership', () => {
  const admins: Partial<Record<ActorName, string>> = { companyAdmin: 'stadtwerke', otherEditor: 'klinikum' };

  it.each(actorNames)('is changed by %s only as admin of the company; all others cannot tell who is of it', async (actor) => {
    const before = await everything();
    for (const field of mutationFields.filter(({ name }) => aboutMemberships.includes(name))) {
      const missing = await ask(actor, field, { personId: randomId, companyId: randomId });
      for (const { slug, id: companyId } of Object.values(city.hub.companies).filter(({ slug }) => slug !== admins[actor])) {
        for (const { personId } of [city.people.author, city.people.otherCompany, city.people.guest]) {
          expect(await ask(actor, field, { personId, companyId }), `${field.name} in ${slug}`).toEqual(missing);
        }
      }
    }
    expect(await everything()).toEqual(before);
  });
});

describe('what is about no entry', () => {
  it.each(actorNames)('tells %s nothing that is hidden', async (actor) => {
    for (const field of mutationFields.filter(({ name }) => aboutNoEntry.includes(name))) {
      const [everyDocument, firstDocument] = [documentsOf('mutation', field), documentsOf('mutation', field).slice(0, 1)];
      for (const [index, { variables }] of callsOf('Mutation', field, generators).entries()) {
        const fresh = JSON.parse(JSON.stringify(variables).replaceAll(randomId, crypto.randomUUID())) as object;
        for (const document of index === 0 ? everyDocument : firstDocument) {
          const answer = await send(city.hub.url, city.people[actor], document, fresh);
          expect(leaks(city, actor, JSON.parse(answer.text)), field.name).toEqual([]);
          expect(codeOf(answer), `${field.name} ${answer.text}`).toMatch(/^(|FORBIDDEN|UNAUTHENTICATED|NOT_FOUND)$/);
        }
      }
    }
  });
});

function call(actor: ActorName, field: RootField, entry: string): Promise<Answer> {
  const [base] = callsOf('Mutation', field, generators) as [Call];
  if (!('entry' in base)) throw new Error(`${field.name} takes no entry: say in test/leaks/writes.spec.ts what it is about.`);
  return ask(
    actor,
    field,
    JSON.parse(JSON.stringify(base.variables).replaceAll(JSON.stringify(randomId), JSON.stringify(entry))) as object,
  );
}

function ask(actor: ActorName, field: RootField, variables: object): Promise<Answer> {
  return send(city.hub.url, city.people[actor], documentsOf('mutation', field)[0]!, variables);
}

function codeOf({ text }: Answer): string {
  return (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? '';
}

/** All rows of all tables, shortened to what tells whether one of them changed. */
async function everything(): Promise<Record<string, string>[]> {
  const { superuser } = city.hub.database;
  const tables = await query<{ name: string }>(
    superuser,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'search') or n.nspname = 'pgboss' and c.relname = 'job_common' order by 1`,
  );
  const digests = tables.map(
    ({ name }) => `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from ${name} t`,
  );
  return query(superuser, digests.join(' union all '));
}
