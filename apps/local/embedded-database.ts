// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { isAlive } from './is-alive.js';
import { PostgresBinaries } from './postgres-binaries.js';

export interface EmbeddedDatabaseOptions {
  /** The cluster's own folder; made at the first start. */
  folder: string;
  /** Where to listen on 127.0.0.1; a server that was left running keeps the port it has. */
  port: number;
  /** Of the superuser. Counts at the first start, later it must be the same. */
  password: string;
  /** `false` gives up safety against power loss for speed: for tests. */
  durable?: boolean;
}

const superuserName = 'hub_superuser';

/**
 * A real PostgreSQL 18 server in a folder. It outlives a killed starter, so the next start finds it by its pid file and takes it over:
 * nothing that was committed is lost and no second server touches the folder.
 */
export class EmbeddedDatabase {
  private constructor(
    private readonly binaries: PostgresBinaries,
    private readonly options: EmbeddedDatabaseOptions,
    readonly port: number,
    /** True when the server was running already. */
    readonly adopted: boolean,
  ) {}

  /** Ready to connect when it answers. @throws Error with the last lines of the server's log */
  static async start(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
    const binaries = await PostgresBinaries.locate(options.folder);
    if (!existsSync(join(options.folder, 'PG_VERSION'))) await initialise(binaries, options);
    const running = await runningPort(binaries, options.folder);
    if (running !== null) return new EmbeddedDatabase(binaries, options, running, true);
    await startServer(binaries, options);
    return new EmbeddedDatabase(binaries, options, options.port, false);
  }

  url(role: string, password: string, database: string): string {
    return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  superuserUrl(database = 'postgres'): string {
    return this.url(superuserName, this.options.password, database);
  }

  /** Runs statements as superuser on a connection of their own. */
  async asSuperuser<Result>(use: (client: pg.Client) => Promise<Result>, database = 'postgres'): Promise<Result> {
    const client = new pg.Client({ connectionString: this.superuserUrl(database) });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  }

  /** Starts the server again when it dies. @returns a function that ends this care */
  keepRunning(say: (sentence: string) => void): () => void {
    let busy = false;
    const look = async (): Promise<void> => {
      if (busy || isAlive(await serverPid(this.options.folder))) return;
      busy = true;
      say('The database ended and is started again.');
      await startServer(this.binaries, { ...this.options, port: this.port }).catch((error: unknown) => say(String(error)));
      busy = false;
    };
    const timer = setInterval(() => void look(), 2_000).unref();
    return () => clearInterval(timer);
  }

  /** Rolls open transactions back, writes everything down and ends. A server that is gone already counts as stopped. */
  async stop(): Promise<void> {
    await stopServer(this.binaries, this.options.folder);
  }
}

/** Stops whatever server runs in the folder, if one does. */
export async function stopServerIn(folder: string): Promise<void> {
  if (existsSync(join(folder, 'postmaster.pid'))) await stopServer(await PostgresBinaries.locate(folder), folder);
}

/** Built beside and moved into place: a start that is killed here leaves no half cluster for the next one. */
async function initialise(binaries: PostgresBinaries, { folder, password, durable = true }: EmbeddedDatabaseOptions): Promise<void> {
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = join(unfinished, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await binaries.own(unfinished);
  await binaries.own(passwordFile);
  await binaries.call('initdb', [
    ...['-D', join(unfinished, 'cluster'), '-U', superuserName, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale-provider', 'icu', '--icu-locale', 'de-DE', '--locale', libcLocale(), '--lc-messages', 'C'],
    ...Object.entries(settings(durable)).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ...(durable ? [] : ['--no-sync']),
  ]);
  await rename(join(unfinished, 'cluster'), folder);
  await rm(unfinished, { recursive: true, force: true });
}

function settings(durable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
}

/** ICU sorts and compares; the C library still says what a letter is, and "C" knows none beyond ASCII. */
function libcLocale(): string {
  if (process.platform === 'win32') return 'C';
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

async function startServer(binaries: PostgresBinaries, { folder, port }: EmbeddedDatabaseOptions): Promise<void> {
  const log = join(folder, 'server.log');
  try {
    await binaries.call('pg_ctl', ['start', '--wait', '--silent', '-D', folder, '-l', log, '-o', `-p ${port}`]);
  } catch (cause) {
    const lines = await readFile(log, 'utf8').catch(() => '');
    throw new Error(`PostgreSQL does not start in ${dirname(folder)}:\n${lines.trim().split('\n').slice(-5).join('\n')}`, { cause });
  }
}

async function stopServer(binaries: PostgresBinaries, folder: string): Promise<void> {
  await binaries.call('pg_ctl', ['stop', '--wait', '--silent', '--mode', 'fast', '-D', folder]).catch(async (error: unknown) => {
    if ((await runningPort(binaries, folder)) !== null) throw error;
  });
}

/** Line 1 of postmaster.pid; no process has the number 2^31-1. */
async function serverPid(folder: string): Promise<number> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || 2 ** 31 - 1;
}

/** The port of the server that runs in this folder. A pid file whose process is gone does not count. */
async function runningPort(binaries: PostgresBinaries, folder: string): Promise<number | null> {
  const running = await binaries.call('pg_ctl', ['status', '-D', folder]).then(
    () => true,
    () => false,
  );
  if (!running) return null;
  // Line 4 of postmaster.pid is the port (src/include/utils/pidfile.h).
  const [, , , port] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(port);
}
