// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { PgBoss } from 'pg-boss';
import { putAside, queues, schedules } from '../jobs/queues.js';

/** A migration is a file of SQL, applied once, in the order of its name, in one transaction, and never changed afterwards. */
interface SqlFile {
  name: string;
  sql: string;
}

export function migrationFiles(root: string): SqlFile[] {
  const folder = join(root, 'libs/platform/database/migrations');
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({ name: name.slice(0, -'.sql'.length), sql: readFileSync(join(folder, name), 'utf8') }));
}

/** One line for each file, `name sha256`: committed, so that a changed migration is seen in review and refused by the checks. */
export function migrationDigest(root: string): string {
  const lines = migrationFiles(root).map(({ name, sql }) => `${name} ${createHash('sha256').update(sql).digest('hex')}`);
  return `${lines.join('\n')}\n`;
}

/**
 * Brings the database to the present state: tables, functions and policies, then the queues. Safe to run at every start and by several
 * processes at once.
 * @param url connection of the role `hub_migrator`
 */
export async function migrate(url: string, root: string): Promise<{ applied: string[] }> {
  const orm = await MikroORM.init({
    clientUrl: url,
    discovery: { warnWhenNoEntities: false },
    // What was applied is this function's answer; who calls it says it.
    logger: () => undefined,
    entities: [],
    extensions: [Migrator],
    migrations: {
      tableName: 'migration',
      snapshot: false,
      migrationsList: migrationFiles(root).map(({ name, sql }) => ({ name, class: sqlMigration(sql) })),
    },
  });
  try {
    await orm.em.getConnection().execute('select pg_advisory_lock(7450)');
    const applied = await orm.migrator.up();
    await createQueues(url);
    return { applied: applied.map(({ name }) => name) };
  } finally {
    await orm.close(true);
  }
}

function sqlMigration(sql: string): new (...parameters: ConstructorParameters<typeof Migration>) => Migration {
  return class extends Migration {
    override up(): void {
      this.addSql(sql);
    }
  };
}

// A worker that is killed is missed after ten seconds, and another takes its jobs: each may run twice.
const queueOptions = { notify: true, retryLimit: 8, retryBackoff: true, retryDelay: 1, expireInSeconds: 60, heartbeatSeconds: 10 };

/** Queues are tables and functions of pg-boss; only the owner may create them, the processes only use them. */
async function createQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const name of queues) {
      await boss.createQueue(putAside(name));
      await boss.createQueue(name, { ...queueOptions, deadLetter: putAside(name) });
      await boss.updateQueue(name, queueOptions);
      const cron = schedules[name];
      if (cron) await boss.schedule(name, cron, {}, { tz: 'Europe/Berlin' });
    }
    // Where pg-boss itself hands over what the clock asks for; the worker may not create it.
    await boss.createQueue('__pgboss__send-it');
    await boss.getDb().executeSql(grants);
  } finally {
    await boss.stop({ graceful: false });
  }
}

const grants = `
  grant usage on schema pgboss to hub_writer, hub_worker;
  grant insert, select (id, start_after) on pgboss.job_common to hub_writer;
  grant select on pgboss.queue, pgboss.version to hub_writer;
  grant select, insert, update, delete on all tables in schema pgboss to hub_worker;
  grant execute on all functions in schema pgboss to hub_worker, hub_writer;
`;
