// SPDX-License-Identifier: EUPL-1.2
import { freePort, isFree } from '../free-port.ts';
import { UsageError } from './options.ts';

export interface Ports {
  web: number;
  api: number;
  signIn: number;
  worker: number;
  database: number;
  /** Where Keycloak says how it is. */
  management: number;
}

const usual = 3_000;

/** @throws UsageError when a port was asked for and is taken */
export async function refuseTakenPort(asked: number | null): Promise<void> {
  if (asked === null || (await isFree(asked))) return;
  throw new UsageError(`Port ${asked} is in use by another program. Choose another one with --port, or leave it out.`);
}

/** The web app gets the port that was asked for, everything else the next free ones. */
export async function choosePorts(asked: number | null): Promise<Ports> {
  const web = asked ?? (await freePort(usual));
  const taken = [web];
  const next = async (): Promise<number> => {
    const port = await freePort(usual + 1, taken);
    taken.push(port);
    return port;
  };
  return {
    web,
    api: await next(),
    signIn: await next(),
    database: await next(),
    worker: await next(),
    management: await next(),
  };
}
