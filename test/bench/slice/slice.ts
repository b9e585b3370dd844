// SPDX-License-Identifier: EUPL-1.2
import type autocannon from 'autocannon';
import { freePort } from '../../../apps/local/free-port.js';
import { statements } from './floor-statements.js';
import { type BenchOptions, type Figure, percentile } from '../figure.js';
import { MeasuredProcess } from '../measured-process.js';
import { answerTime, cpuPerRequest, type Load } from './load.js';
import { operations } from './operations.js';
import { openStage, type Stage } from './stage.js';

const rounds = 3;
const amount = 3_000;

/** The first slice: reading a list and an entry, finding while typing, publish to found, memory. */
export async function slice({ entries, log }: BenchOptions): Promise<Figure[]> {
  const stage = await openStage(entries, operations, log);
  try {
    const people = await tokens(stage);
    return [...(await reading(stage, people, log)), await publishToFound(stage, people, log), await typing(stage, people, log)];
  } finally {
    await stage.close();
  }
}

interface Person {
  subject: string;
  kind: string;
  token: string;
}

/** Employees, guests and office on the same connections, as they come. */
async function tokens({ corpus, realm }: Stage): Promise<Person[]> {
  const chosen = corpus.people.slice(0, 60);
  return Promise.all(
    chosen.map(async (person) => ({
      ...person,
      token: await realm.token({ sub: person.subject, name: person.subject }, { exp: inOneHour() }),
    })),
  );
}

function inOneHour(): number {
  return Math.floor(Date.now() / 1000) + 3600;
}

async function reading(stage: Stage, people: Person[], log: (line: string) => void): Promise<Figure[]> {
  const floorPort = await freePort(24_300);
  const floor = await MeasuredProcess.start(
    'dist/test/bench/slice/floor-server.js',
    {
      FLOOR_PORT: String(floorPort),
      FLOOR_STATEMENTS: JSON.stringify(statements(stage.corpus.entryId)),
      DATABASE_READER_URL: stage.databaseUrl('hub_reader'),
    },
    `http://127.0.0.1:${floorPort}`,
    '/health/ready',
  );
  try {
    const figures: Figure[] = [];
    for (const page of ['list', 'entry'] as const) {
      const api: Load = { amount, connections: 8, requests: people.map((person) => request(person, page, { id: stage.corpus.entryId })) };
      const bare: Load = { amount, connections: 8, requests: people.map((person) => floorRequest(person, page, stage.realm.issuer)) };
      await cpuPerRequest(stage.api, api);
      await cpuPerRequest(floor, bare);
      const [product, without] = [[] as number[], [] as number[]];
      for (let round = 0; round < rounds; round += 1) {
        without.push(await cpuPerRequest(floor, bare));
        product.push(await cpuPerRequest(stage.api, api));
      }
      log(`${page}: ${product.map((ms) => ms.toFixed(2)).join(' ')} ms, floor ${without.map((ms) => ms.toFixed(2)).join(' ')} ms`);
      const best = Math.min(...without);
      figures.push({
        name: `${page}: CPU per request to the floor's`,
        measured: Math.min(...product) / best,
        floor: best,
        goal: 1.8,
        unit: 'x',
      });
    }
    return figures;
  } finally {
    await floor.stop();
  }
}

/** From the answer to "publish" until somebody of another company finds it. */
async function publishToFound(stage: Stage, people: Person[], log: (line: string) => void): Promise<Figure> {
  const employees = people.filter(({ kind }) => kind === 'employee');
  const [author, reader] = [employees[0], employees[1]];
  if (!author || !reader) throw new Error('The corpus has no two employees.');
  const times: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    const word = `Zwiebelfisch${round}x`;
    const entryId = crypto.randomUUID();
    await ask(stage, author, 'createDraft', { input: { entryId, document: documentWith(word) } });
    await ask(stage, author, 'publish', { entryId });
    const published = performance.now();
    while (!(await found(stage, reader, word)))
      if (performance.now() - published > 10_000) throw new Error('Published and not found within 10 s.');
    times.push(performance.now() - published);
  }
  log(`publish to found: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`);
  return { name: 'publish to found by another company, p95', measured: percentile(times, 0.95), goal: 1000, unit: 'ms' };
}

async function found(stage: Stage, reader: Person, word: string): Promise<boolean> {
  const { search } = await ask<{ search: { total: number } }>(stage, reader, 'search', { text: word });
  return search.total > 0;
}

async function typing(stage: Stage, people: Person[], log: (line: string) => void): Promise<Figure> {
  const texts = ['bel', 'bele', 'beleuch', 'stra', 'straße', 'wart', 'wartez', 'pum', 'halt', 'haltest', 'glat', 'ladesä', 'rech', 'term'];
  const requests = texts.flatMap((text, index) => {
    const person = people[(index * 7) % people.length];
    return person ? [request(person, 'suggest', { text })] : [];
  });
  const p95 = await answerTime(stage.api, { requests, amount: 1_000, connections: 4 });
  log(`suggest while typing: p97.5 ${p95} ms`);
  return { name: 'search as you type, 4 clients, p97.5 at the API', measured: p95, goal: 50, unit: 'ms' };
}

async function ask<Data>(stage: Stage, person: Person, id: keyof typeof operations, variables: object): Promise<Data> {
  const { headers = {}, body } = request(person, id, variables);
  const response = await fetch(`${stage.api.url}/graphql`, { method: 'POST', headers: headers as Record<string, string>, body });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function request({ token }: Person, id: keyof typeof operations, variables: object): autocannon.Request & { body: string } {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ id, variables }),
  };
}

function floorRequest({ subject }: Person, page: string, issuer: string): autocannon.Request {
  return { method: 'POST', path: `/${page}`, headers: { issuer, subject, 'content-type': 'application/json' }, body: '{}' };
}

function documentWith(word: string) {
  return {
    title: `${word} am Prüfstand`,
    keyStatement: 'Gemessen wird, wie schnell ein Beitrag gefunden wird.',
    body: '',
    language: 'de',
    topics: [],
    coAuthors: [],
    visibility: { choice: 'GROUP' },
    content: {
      practice: { problem: 'Ein Problem.', approach: 'Ein Vorgehen.', result: 'Ein Ergebnis.', effort: '', reuse: '', contact: '' },
    },
  };
}
