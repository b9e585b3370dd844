// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../apps/local/free-port.js';
import { readPeople } from '../../../apps/sign-in/people.js';
import { type BenchOptions, type Figure, percentile } from '../figure.js';
import { PlainBrowser } from '../../support/plain-browser.js';
import { StartedHub } from '../../support/started-hub.js';
import { verification } from './verification.js';

const ONE_BY_ONE = 40;
const AT_ONCE = 200;
/** Companies of the example city that tell the hub of leavers themselves. */
const directly = ['hafen', 'abfallwirtschaft', 'stadtgruen', 'gruenderzentrum'];

/** What signing in costs beside the provider's own time. The development sign-in is the provider; the build must be made already. */
export async function signIn({ log }: BenchOptions): Promise<Figure[]> {
  const data = await mkdtemp(join(tmpdir(), 'hub-bench-sign-in-'));
  try {
    const hub = await StartedHub.start(data, await freePort(25_200));
    try {
      return [...(await verification()), ...(await signingIn(hub, log))];
    } finally {
      await hub.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function signingIn(hub: StartedHub, log: (line: string) => void): Promise<Figure[]> {
  // Of companies that nobody has to be asked about once more: one way there and back, as from an intranet's link.
  const people = (await readPeople(join(process.cwd(), 'apps/local/examples')))
    .filter(({ company }) => company && directly.includes(company.slug))
    .map(({ username }) => username);
  const person = (index: number): string => people[index % people.length] ?? '';
  const alone: number[] = [];
  for (let index = 0; index < ONE_BY_ONE; index += 1) alone.push((await comeIn(hub.url, person(index))).web);
  const began = performance.now();
  const together = await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, index) => comeIn(hub.url, person(index))));
  const seconds = (performance.now() - began) / 1000;
  const done = together.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  log(
    `${AT_ONCE} at once: all in after ${seconds.toFixed(1)} s, ${done.length} without an error; p95 at the provider ${at95(done, 'provider')} ms`,
  );
  return [
    { name: 'sign-in without the provider, median', measured: percentile(alone, 0.5), goal: 60, unit: 'ms' },
    { name: `${AT_ONCE} people at once: errors`, measured: (100 * (AT_ONCE - done.length)) / AT_ONCE, goal: 0, unit: '%' },
    { name: `${AT_ONCE} people at once: p95 without the provider`, measured: at95(done, 'web'), goal: 500, unit: 'ms' },
  ];
}

interface Spent {
  /** Milliseconds waited for the hub's own addresses; what the hub itself waits for the realm's tokens is in it. */
  web: number;
  provider: number;
}

function at95(all: readonly Spent[], where: keyof Spent): number {
  return Math.round(
    percentile(
      all.map((spent) => spent[where]),
      0.95,
    ),
  );
}

/** From the first click until the person is in, each address timed. @throws Error when the way ends anywhere else */
async function comeIn(hub: string, person: string): Promise<Spent> {
  const browser = new PlainBrowser();
  const spent: Spent = { web: 0, provider: 0 };
  let next = new URL(`/auth/sign-in?person=${person}&to=/impressum`, hub);
  while (next.pathname !== '/impressum') {
    const began = performance.now();
    const page = await browser.get(next);
    spent[next.origin === hub ? 'web' : 'provider'] += performance.now() - began;
    if (!page.to) throw new Error(`${next.pathname} answered ${page.status}`);
    next = page.to;
  }
  if (!browser.cookie('session')) throw new Error('no session');
  return spent;
}
