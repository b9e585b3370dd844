// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCity } from './city.js';
import { behaviour, behaviourOfWrites, type Bench, catalogue, databaseFaults } from './compact.js';
import { grants, type Guard, lines, policiesSql, policyGuards } from './guards.js';
import { storedRows } from './rows.js';

// Whoever removes a guard of the database is told so: each is removed here, one after the other, and the leak test in small must notice.
const city = useCity();
const bench = { city } as Bench;

beforeAll(async () => {
  bench.client = new pg.Client({ connectionString: city.hub.database.superuser });
  await bench.client.connect();
  await bench.client.query(`insert into barrier_report (id, page, message, created_at) values (gen_random_uuid(), '/', 'Zu klein', now())`);
  await bench.client.query(`insert into claim_rule (id, company_id, claim, value, role)
    select gen_random_uuid(), id, 'role', 'kanari', 'author' from company where slug = 'stadtwerke'`);
  await bench.client.query(`insert into offboarding_token (id, company_id, name, hash, created_at)
    select gen_random_uuid(), id, 'kanari', repeat('ab', 32), now() from company where slug = 'stadtwerke'`);
  await bench.client.query(`insert into web.session (id, cookie_hash, subject, sid, tokens, access_token_ends_at, announced, ends_at)
    values (gen_random_uuid(), decode(repeat('ab', 32), 'hex'), 's', 's', '', now(), true, now())`);
  await bench.client.query(`insert into web.spent_logout_token values (decode(repeat('ab', 32), 'hex'), now())`);
  bench.stored = await storedRows(bench.client);
});
afterAll(() => bench.client.end());

/** What the leak test says of the database after this change, which nobody else ever sees. */
async function faultsAfter(change: string, checks: typeof behaviour): Promise<string[]> {
  await bench.client.query('begin');
  try {
    await bench.client.query(change);
    return await databaseFaults(bench, checks);
  } finally {
    await bench.client.query('rollback');
  }
}

it('finds no fault in the database as it is migrated', async () => {
  expect(await faultsAfter('select 1', [...catalogue, ...behaviour])).toEqual([]);
});

describe('notices when any one policy', () => {
  const policies = async () => policyGuards((await bench.client.query<Parameters<typeof policyGuards>[0][number]>(policiesSql)).rows);

  it('is dropped', async () => {
    const { dropped } = await policies();
    expect(dropped.length).toBeGreaterThan(60);
    expect(await unnoticed(dropped, behaviour)).toEqual([]);
  }, 300_000);

  it('lets everybody read', async () => {
    const { read } = await policies();
    expect(read.length).toBeGreaterThan(20);
    expect(await unnoticed(read, behaviour)).toEqual([]);
  }, 300_000);

  it('lets everybody write', async () => {
    const { written } = await policies();
    expect(written.length).toBeGreaterThan(15);
    expect(await unnoticed(written, behaviourOfWrites)).toEqual([]);
  }, 300_000);
});

it('notices when any one line of a definer function that decides is gone', async () => {
  const guards: Guard[] = [];
  for (const { function: name, line, instead } of lines) {
    const { rows } = await bench.client.query<{ text: string }>('select pg_get_functiondef($1::regproc) as text', [name]);
    const text = rows[0]!.text;
    expect(text.split(line), `${name} no longer says "${line}": say in test/leaks/guards.ts what decides there now`).toHaveLength(2);
    guards.push({ name: `${name}: ${line}`, removal: text.replace(line, () => instead) });
  }
  expect(await unnoticed(guards, behaviour)).toEqual([]);
}, 300_000);

it('notices when any one right is given away', async () => {
  expect(await unnoticed(grants, catalogue)).toEqual([]);
}, 300_000);

/** Guards that can be removed without a fault being found. */
async function unnoticed(guards: Guard[], checks: typeof behaviour): Promise<string[]> {
  const names: string[] = [];
  for (const { name, removal } of guards) {
    const faults = await faultsAfter(removal, checks);
    if (faults.length === 0) names.push(name);
    if (process.env['SHOW_GUARDS']) console.info(`${name}\n  ${faults.slice(0, 3).join('\n  ')}`);
  }
  return names;
}
