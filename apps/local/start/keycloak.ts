// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { freePort } from '../free-port.js';
import { builtKeycloak } from '../keycloak/distribution.js';
import { connectedCompanies, connectExampleCompanies, examplePassword, intranetLink } from '../keycloak/example-companies.js';
import { prepareHome } from '../keycloak/home.js';
import { type Intranet, serveIntranets } from '../keycloak/intranets.js';
import { missingJava } from '../keycloak/java.js';
import type { Setup } from './descriptions.js';
import { UsageError } from './options.js';
import type { Shutdown } from './shutdown.js';
import { print, step } from './steps.js';

/** A Keycloak of this data folder's own, ready to start. @returns the distribution. @throws UsageError where there is no Java */
export async function prepareKeycloak(data: string, root: string): Promise<string> {
  const missing = await missingJava();
  if (missing !== null) throw new UsageError(missing);
  const distribution = await step('Keycloak', () => builtKeycloak((sentence) => print(`  … ${sentence}`)));
  prepareHome({ distribution, folder: join(data, 'keycloak'), root });
  return distribution;
}

/** Connects the example companies and serves the page with their links. @returns its address */
export async function openIntranets(setup: Setup, shutdown: Shutdown): Promise<string> {
  await connectExampleCompanies(setup);
  // Looked for now: a port that was free when the start began may be taken by the time Keycloak is up.
  const port = await freePort(setup.ports.web + 1);
  const server = await serveIntranets(
    port,
    connectedCompanies.map((company) => intranetOf(setup, company)),
    examplePassword,
  );
  shutdown.add('intranets', () => server.close());
  return `http://127.0.0.1:${port}`;
}

const people: Record<string, Intranet['people']> = {
  stadtwerke: [
    { name: 'Mirjam Osterkamp', username: 'mirjam.osterkamp', why: 'schreibt und veröffentlicht' },
    { name: 'Frieder Halbach', username: 'frieder.halbach', why: 'ein Kollege' },
  ],
  wohnbau: [
    { name: 'Lea Hartwig', username: 'lea.hartwig', why: 'prüft und gibt frei' },
    { name: 'Ingo Pallasch', username: 'ingo.pallasch', why: 'liest, ohne dienstliche Adresse' },
  ],
};

function intranetOf(setup: Setup, company: string): Intranet {
  return {
    company: company === 'stadtwerke' ? 'Stadtwerke Hellbrück' : 'Wohnbau Hellbrück',
    people: people[company] ?? [],
    links: [
      { label: 'Konzern Stadt', href: intranetLink(setup, company, '/') },
      {
        label: 'Wissen zu „Straßenbeleuchtung & Maß“',
        href: intranetLink(setup, company, `/suche?${String(new URLSearchParams({ q: 'Straßenbeleuchtung & Maß' }))}`),
      },
    ],
  };
}
