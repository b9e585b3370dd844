// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const oldest = 17;

/** Why Keycloak cannot run here, as a sentence; `null` when it can. */
export async function missingJava(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const command = env['JAVA_HOME'] ? join(env['JAVA_HOME'], 'bin/java') : 'java';
  try {
    // It says its version on the error stream.
    const { stderr, stdout } = await run(command, ['-version'], { timeout: 20_000 });
    const version = Number(/version "(\d+)/.exec(stderr + stdout)?.[1] ?? 0);
    return version >= oldest ? null : `Keycloak needs Java ${oldest} or newer, and "${command}" is Java ${version}.`;
  } catch {
    return `Keycloak needs Java ${oldest} or newer, and "${command}" does not run here.`;
  }
}
