// SPDX-License-Identifier: EUPL-1.2
import { announceTo } from './announce.ts';
import { readConfiguration } from './configuration.ts';
import { Sessions } from './sessions.ts';

let running: Sessions | undefined;

/** The sessions of this process. @throws Error with a sentence for each fault of the configuration */
export function runningSessions(): Sessions {
  running ??= create();
  return running;
}

function create(): Sessions {
  const configuration = readConfiguration(process.env);
  return new Sessions(configuration, announceTo(configuration.apiUrl));
}

/** For the end of the process: gives the database its connections back. */
export async function stopSessions(): Promise<void> {
  await running?.close();
  running = undefined;
}
