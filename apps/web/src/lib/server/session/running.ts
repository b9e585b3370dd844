// SPDX-License-Identifier: EUPL-1.2
import { announce } from './announce.ts';
import { readConfiguration } from './configuration.ts';
import { Sessions } from './sessions.ts';

let running: Sessions | undefined;

/** The sessions of this process. @throws Error with a sentence for each fault of the configuration */
export function runningSessions(): Sessions {
  running ??= new Sessions(readConfiguration(process.env), announce);
  return running;
}

/** For the end of the process: gives the database its connections back. */
export async function stopSessions(): Promise<void> {
  await running?.close();
  running = undefined;
}
