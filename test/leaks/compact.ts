// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import type { ReadSession } from '#platform/database/read-session.js';
import { PostgresqlSearchEngine } from '#search/postgresql-search-engine.js';
import { canary, misspelled } from './canaries.js';
import { catalogueFaults } from './catalogue.js';
import { type City, type CityEntry, fields } from './city.js';
import { type ActorName, releasedRevision, sees, stateInApi, type Subject } from './oracle.js';
import { isFor, type StoredRow, visibleDigests } from './rows.js';

/** The database under test: one connection of the superuser inside a transaction that is rolled back, and what is really stored. */
export interface Bench {
  city: City;
  client: pg.Client;
  stored: StoredRow[];
}

/** One or two of each class: enough for every rule to be wrong for somebody. */
const actors: ActorName[] = [
  'author',
  'sameDepartment',
  'editor',
  'companyAdmin',
  'chosenCompany',
  'otherCompany',
  'office',
  'guest',
  'ended',
  'endedCoAuthor',
  'formerAuthor',
  'stranger',
];

type Check = (bench: Bench) => Promise<string[]>;

/** What the database shows, lets write and finds. */
export const behaviour: Check[] = [
  processFaults,
  rowFaults,
  lockFaults,
  narrowingFaults,
  successionFaults,
  writeFaults,
  loudFaults,
  searchFaults,
];
/** The same, beginning with what is written. */
export const behaviourOfWrites: Check[] = [writeFaults, loudFaults, ...behaviour];
/** What PostgreSQL's catalogue says of it. */
export const catalogue: Check[] = [({ client }) => catalogueFaults(client)];

/** The leak test in small, on the database alone. @returns the faults of the first check that finds any; nothing on the database as it was migrated */
export async function databaseFaults(bench: Bench, checks: Check[]): Promise<string[]> {
  for (const check of checks) {
    // A database that can no longer answer has a fault as well.
    const faults = await attempt(bench, () => check(bench)).catch((error: unknown) => [`${check.name}: ${String(error)}`]);
    if (faults.length > 0) return faults;
  }
  return [];
}

/** What happens inside leaves no trace. */
async function attempt<Result>({ client }: Bench, run: () => Promise<Result>): Promise<Result> {
  await client.query('savepoint attempt');
  try {
    return await run();
  } finally {
    await client.query('rollback to savepoint attempt; release savepoint attempt');
  }
}

/** From here on this person asks, under a role of the API. */
async function enter({ city, client }: Bench, actor: ActorName, role = 'hub_reader'): Promise<{ status: string }> {
  const person = await client.query<{ issuer: string; subject: string }>(
    'select issuer, subject from person_identity where person_id::text = $1',
    [city.people[actor].personId],
  );
  await client.query(`set local role ${role}`);
  const { issuer = null, subject = null } = person.rows[0] ?? {};
  const entered = await client.query<{ viewer: { status: string } }>('select access.enter($1, $2, null) as viewer', [issuer, subject]);
  return entered.rows[0]!.viewer;
}

const tablesOf = ({ stored }: Bench): string[] => [...new Set(stored.map(({ table }) => table))];

/** Who sees which rows, table by table. */
async function rowFaults(bench: Bench): Promise<string[]> {
  for (const actor of actors) {
    const visible = await attempt(bench, async () => {
      await enter(bench, actor);
      return visibleDigests(bench.client, tablesOf(bench));
    });
    const wrong = bench.stored.filter((row) => visible.has(row.digest) !== isFor(bench.city, actor, row));
    if (wrong.length > 0)
      return [...new Set(wrong.map(({ table, digest }) => `${actor} ${visible.has(digest) ? 'sees' : 'misses'} rows of ${table}`))];
  }
  return [];
}

/** The migrations, the worker and the web app see what they work with. */
async function processFaults(bench: Bench): Promise<string[]> {
  return [
    ...(await missing(bench, 'hub_worker', [])),
    ...(await missing(bench, 'hub_migrator', ['search.document', 'search.word'])),
    ...(await missing({ ...bench, stored: [] }, 'hub_web', ['web.session', 'web.spent_logout_token'])),
  ];
}

/** Tables of which a role does not see all that is stored, or nothing. */
async function missing(bench: Bench, role: string, filled: string[]): Promise<string[]> {
  await bench.client.query(`set local role ${role}`);
  const visible = bench.stored.length > 0 ? await visibleDigests(bench.client, tablesOf(bench)) : new Set();
  const tables = new Set(bench.stored.filter(({ digest }) => !visible.has(digest)).map(({ table }) => table));
  for (const table of filled) if ((await countOf(bench, table)) === 0) tables.add(table);
  await bench.client.query('reset role');
  return [...tables].map((table) => `${role} misses rows of ${table}`);
}

async function countOf({ client }: Bench, table: string): Promise<number> {
  return Number((await client.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]!.count);
}

/** Nobody writes a row they do not see, whatever column rights say. */
async function writeFaults(bench: Bench): Promise<string[]> {
  const faults: string[] = [];
  for (const table of tablesOf(bench)) {
    const hidden = bench.stored.find((row) => row.table === table && !isFor(bench.city, 'guest', row));
    if (!hidden) continue;
    const columns = await writable(bench, table);
    const insert = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`;
    if ((await codeOf(bench, 'guest', insert, [hidden.row])) !== refusalOf(table))
      faults.push(`a guest may write a hidden row of ${table}`);
    const first = columns.split(', ')[0]!;
    const code = await codeOf(
      bench,
      'guest',
      `update ${table} set ${first} = ${first} where md5(${table}::text) = $1 and 1 / count(*) = 1`,
      [],
    );
    if (code === 'none') faults.push(`a guest may change ${table}`);
  }
  const own = bench.city.entries[0]!.id;
  const widened = await attempt(bench, async () => {
    await bench.client.query('grant update (audiences) on entry to hub_writer');
    return codeOf(bench, 'author', `update entry set audiences = array['office'] where id = $1`, [own]);
  });
  if (widened !== '42501') faults.push('the author of an entry may give it away');
  const reported = await codeOf(
    bench,
    'stranger',
    `insert into barrier_report (id, page, message, created_at) values (gen_random_uuid(), '/', 'Zu klein', now())`,
    [],
  );
  if (reported !== 'none') faults.push('a stranger may not report a barrier');
  return faults;
}

// The row of a new entry is for whoever writes it; its id is taken.
const refusalOf = (table: string): string => (table === 'entry' ? '23505' : table === 'barrier_report' ? '23505' : '42501');

async function writable({ client }: Bench, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'audiences'`,
    [table],
  );
  return rows[0]!.columns;
}

/** How a statement of this person ends; nobody at all when `actor` is null. */
async function codeOf(bench: Bench, actor: ActorName | null, sql: string, values: unknown[], role = 'hub_writer'): Promise<string> {
  return attempt(bench, async () => {
    if (actor) await enter(bench, actor, role);
    else await bench.client.query(`set local role ${role}`);
    return bench.client.query(sql, values).then(
      () => 'none',
      (error: unknown) => String((error as { code?: string }).code),
    );
  });
}

/** Nobody entered: every table is an error, to read and to write. */
async function loudFaults(bench: Bench): Promise<string[]> {
  const faults: string[] = [];
  const loud = ['42704', '22P02'];
  for (const table of tablesOf(bench)) {
    if (!loud.includes(await codeOf(bench, null, `select 1 from ${table}`, [], 'hub_reader')))
      faults.push(`${table} is quiet for a reader`);
    const row = bench.stored.find((stored) => stored.table === table)!.row;
    const columns = await writable(bench, table);
    const insert = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`;
    const code = await codeOf(bench, null, insert, [row]);
    if (table !== 'barrier_report' && !loud.includes(code)) faults.push(`${table} is quiet for a writer`);
  }
  return faults;
}

/** Somebody locked sees nothing, nor does a namesake at another provider. */
async function lockFaults(bench: Bench): Promise<string[]> {
  const { client, city } = bench;
  const faults: string[] = [];
  await client.query('update person_identity set locked_at = now() where person_id = $1', [city.people.sameDepartment.personId]);
  const { status } = await enter(bench, 'sameDepartment');
  if (status !== 'locked' || (await countOf(bench, 'company')) > 0) faults.push('somebody locked is let in');
  const other = await client.query<{ status: string }>(
    `select access.enter('https://elsewhere.example', 'author', null) ->> 'status' as status`,
  );
  if (other.rows[0]?.status !== 'stranger') faults.push('a subject of another provider is taken for a person of the hub');
  return faults;
}

const readable = ({ state }: Subject): boolean => ['PUBLISHED', 'ARCHIVED'].includes(stateInApi[state]);

/** Search counts, completes, corrects and compares within what somebody sees. */
async function searchFaults(bench: Bench): Promise<string[]> {
  const faults: string[] = [];
  const engine = new PostgresqlSearchEngine();
  for (const actor of actors) {
    const seen = bench.city.entries.filter((entry) => readable(entry) && sees(actor, entry));
    const hidden = bench.city.entries.find((entry) => readable(entry) && !sees(actor, entry));
    await attempt(bench, async () => {
      await enter(bench, actor);
      const reads = readsOn(bench);
      const everything = { text: '', states: ['published', 'archived'], first: 50 } as const;
      if ((await engine.query(reads, { ...everything, states: [...everything.states] })).total !== seen.length)
        faults.push(`${actor} counts wrongly`);
      if (hidden) faults.push(...(await hints(engine, reads, hidden)).map((hint) => `${actor} is told ${hint}`));
    });
  }
  return faults;
}

/** What search says about an entry to somebody who does not see it. */
async function hints(engine: PostgresqlSearchEngine, reads: ReadSession, entry: CityEntry): Promise<string[]> {
  const place = { entry: entry.number, revision: releasedRevision[entry.state], field: fields.title };
  const [word, wrong] = [canary(place), misspelled(place)];
  const { didYouMean } = await engine.query(reads, { text: wrong, first: 20 });
  const { words } = await engine.suggest(reads, word);
  const similar = await reads.rows({ name: '', sql: 'select * from search.similar($1, null, 50)' }, [termsOf(word)]);
  const instead = (await spelling(reads, wrong)).instead?.form;
  const asked = `{"terms": ${termsOf(word)}, "states": ["published"], "first": 5, "words": "completions"}`;
  const [completed] = await reads.rows<{ words: { written: string }[] }>({ name: '', sql: `select search.query($1) -> 'words' as words` }, [
    asked,
  ]);
  const offered = [...words.map(({ value }) => value), ...completed!.words.map(({ written }) => written)];
  return [
    ...(didYouMean?.includes(word) || instead === word ? ['a spelling'] : []),
    ...(offered.some((value) => value.toLowerCase().includes(word)) ? ['a word'] : []),
    ...(similar.length > 0 ? ['a similar entry'] : []),
    ...((await spelling(reads, word)).known ? ['that a word is known'] : []),
  ];
}

const termsOf = (word: string): string => JSON.stringify([{ form: word, stem: word, parts: [], compounds: true }]);

interface Spelling {
  known: boolean;
  instead: { form: string } | null;
}

async function spelling(reads: ReadSession, word: string): Promise<Spelling> {
  const [row] = await reads.rows<{ spelling: Spelling }>({ name: '', sql: 'select search.spellings($1) -> 0 as spelling' }, [
    termsOf(word),
  ]);
  return row!.spelling;
}

/** The connection as what the search engine reads from. */
function readsOn({ client }: Bench): ReadSession {
  const rows = async (query: { sql: string }, values: unknown[] = []) => (await client.query(query.sql, values)).rows as object[];
  return { rows, row: async (query: { sql: string }, values: unknown[]) => (await rows(query, values))[0] } as unknown as ReadSession;
}

/** Only writers change who sees an entry, and what they take away is gone at once: rows, texts, events and in search. */
async function narrowingFaults(bench: Bench): Promise<string[]> {
  const { client, city } = bench;
  const entry = city.entries.find(({ choice, state }) => choice === 'GROUP' && state === 'published')!;
  const narrow = `select access.set_audiences($1, array['person:' || $2], array['person:' || $2])`;
  const values = [entry.id, city.people.author.personId];
  const faults: string[] = [];
  if ((await codeOf(bench, 'otherCompany', narrow, values)) !== 'P0002') faults.push('a reader may change who sees an entry');
  await attempt(bench, async () => {
    await client.query(`update entry set audiences = array['office'] where id = $1`, [entry.id]);
    if ((await codeOf(bench, 'author', narrow, values)) !== 'P0002') faults.push('somebody may change who sees an entry they do not see');
  });
  await enter(bench, 'author', 'hub_writer');
  await client.query(narrow, values);
  await client.query('reset role');
  if ((await tracesOf(bench, 'editor', entry)) > 0) faults.push('an editor keeps an entry that was taken away');
  const { rows } = await client.query(
    `select 1 from revision where entry_id = $1 and not audiences <@ array['person:' || $2]
     union all select 1 from event where entry_id = $1 and scope = 'authors' and not audiences <@ array['person:' || $2]`,
    values,
  );
  if (rows.length > 0) faults.push('what is being written keeps its readers');
  return faults;
}

/** What nobody answers for goes to the editors and admins of its company, and the worker gives it to nobody else. */
async function successionFaults(bench: Bench): Promise<string[]> {
  const faults: string[] = [];
  const { id } = bench.city.entries.find(({ choice, state }) => choice === 'PRIVATE' && state === 'draft')!;
  const company = `company:${bench.city.hub.companies.stadtwerke.id}`;
  const give = async (readers: string, writers: string): Promise<string> =>
    attempt(bench, async () => {
      await bench.client.query('set local role hub_worker');
      const sql = `select access.set_succession($1, audiences || $2::text[], audiences || $3::text[]) from entry where id = $1`;
      return bench.client.query(sql, [id, [readers], [writers]]).then(
        () => 'none',
        (error: unknown) => String((error as { code?: string }).code),
      );
    });
  if ((await give(`${company}:editor`, `${company}:admin`)) !== 'none') faults.push('nobody looks after what a leaver answered for');
  if ((await give('group', `${company}:editor`)) !== '42501') faults.push('the worker may show an entry to others');
  if ((await give(`${company}:editor`, company)) !== '42501') faults.push('the worker may show to others what is being written');
  return faults;
}

/** Rows of the entry this person still sees, and hits. */
async function tracesOf(bench: Bench, actor: ActorName, { id, number }: CityEntry): Promise<number> {
  await enter(bench, actor);
  let traces = 0;
  for (const from of [`entry where id = '${id}'`, `revision where entry_id = '${id}'`, `event where entry_id = '${id}'`]) {
    traces += await countOf(bench, from);
  }
  const { known } = await spelling(readsOn(bench), canary({ entry: number, revision: 1, field: fields.title }));
  await bench.client.query('reset role');
  return known ? traces + 1 : traces;
}
