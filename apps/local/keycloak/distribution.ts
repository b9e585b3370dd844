// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { withFolderLock } from './folder-lock.js';

const run = promisify(execFile);

/** The official distribution, pinned: `org.keycloak:keycloak-quarkus-dist:zip`. */
const version = '26.7.0';
const sha256 = 'e63bd0167199c0092b8a4d22cc137e6b7a70e0089070f6f7799b1be504b69a8a';
const zipName = `keycloak-quarkus-dist-${version}.zip`;

/** Fixed when the distribution is built: which database, and that it says how it is. */
const buildOptions = ['--db=dev-file', '--health-enabled=true', '--metrics-enabled=true'];

/** Outside the repository, for every clone on this machine: 400 MB. */
const cacheOf = (env: NodeJS.ProcessEnv): string => join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'konzern-stadt');

/**
 * A folder with a Keycloak that is built and ready to start; made at the first call, which takes a minute. Two at once wait for each other.
 * `KEYCLOAK_HOME` names a distribution that is unpacked already; it is copied, never changed.
 * @throws Error when it cannot be had, or is not the one that is pinned
 */
export async function builtKeycloak(say: (sentence: string) => void, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const given = env['KEYCLOAK_HOME'];
  const name = given ? `given-${createHash('sha256').update(given).digest('hex').slice(0, 12)}` : `${version}-${sha256.slice(0, 12)}`;
  const folder = join(cacheOf(env), `keycloak-${name}`);
  await mkdir(cacheOf(env), { recursive: true });
  await withFolderLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const unfinished = `${folder}.new`;
    await rm(unfinished, { recursive: true, force: true });
    if (given) await cp(given, unfinished, { recursive: true, filter: (source) => source !== join(given, 'data') });
    else await unpack(await findZip(cacheOf(env), say, env), unfinished);
    say('Building Keycloak, once');
    await run('bash', [join(unfinished, 'bin/kc.sh'), 'build', ...buildOptions], { timeout: 300_000, maxBuffer: 16 * 1024 * 1024 });
    await rename(unfinished, folder);
  });
  return folder;
}

async function findZip(cache: string, say: (sentence: string) => void, env: NodeJS.ProcessEnv): Promise<string> {
  const known = [join(cache, zipName), join(homedir(), '.m2/repository/org/keycloak/keycloak-quarkus-dist', version, zipName)];
  const found = known.find((path) => existsSync(path));
  if (found) return verified(found);
  say(`Fetching Keycloak ${version}, once: 176 MB`);
  await fetchZip(cache, env);
  return verified(join(cache, zipName));
}

/** Maven knows its registry and its mirrors; where there is no Maven, `MAVEN_REPOSITORY_URL` says where to ask. */
async function fetchZip(cache: string, env: NodeJS.ProcessEnv): Promise<void> {
  const registry = env['MAVEN_REPOSITORY_URL'];
  if (registry) return download(`${registry.replace(/\/$/, '')}/org/keycloak/keycloak-quarkus-dist/${version}/${zipName}`, cache);
  const artifact = `-Dartifact=org.keycloak:keycloak-quarkus-dist:${version}:zip`;
  await run('mvn', ['-q', '-B', 'dependency:copy', artifact, `-DoutputDirectory=${cache}`], { timeout: 600_000 }).catch(
    (cause: unknown) => {
      throw new Error(
        'Keycloak cannot be fetched: install Maven, or name MAVEN_REPOSITORY_URL, or an unpacked distribution as KEYCLOAK_HOME.',
        {
          cause,
        },
      );
    },
  );
}

async function download(url: string, cache: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(600_000) });
  if (!response.ok || !response.body) throw new Error(`Keycloak cannot be fetched: the registry answered ${response.status}.`);
  await pipeline(response.body, createWriteStream(join(cache, `${zipName}.new`)));
  await rename(join(cache, `${zipName}.new`), join(cache, zipName));
}

async function verified(zip: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(zip), hash);
  if (hash.digest('hex') === sha256) return zip;
  throw new Error(`${zip} is not the Keycloak ${version} that is pinned here: its SHA-256 is another one. Delete it.`);
}

/** With what is there: Node has no reader for such files. */
async function unpack(zip: string, into: string): Promise<void> {
  const raw = `${into}.zip`;
  await rm(raw, { recursive: true, force: true });
  await mkdir(raw, { recursive: true });
  await run('unzip', ['-q', zip, '-d', raw]).catch(() => run('jar', ['xf', zip], { cwd: raw }));
  const [top] = await readdir(raw);
  await rename(join(raw, top ?? ''), into);
  await rm(raw, { recursive: true });
}
