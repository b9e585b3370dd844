// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';

const url = v.pipe(v.string('is missing'), v.url('must be an address such as https://hub.example'));
const database = v.pipe(v.string('is missing'), v.regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'));
const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'must be a port number'),
  v.transform(Number),
  v.maxValue(65535, 'must be a port number'),
);
const connections = v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/, 'must be a number of connections, 1 to 999'), v.transform(Number));
const logLevel = v.optional(
  v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent'),
  'info',
);

/** Engines that the hub has. */
const searchEngine = v.optional(v.picklist(['postgresql'], 'must be postgresql'), 'postgresql');
export type SearchEngineName = v.InferOutput<typeof searchEngine>;

const apiSchema = v.object({
  NODE_ENV: v.optional(v.string(), 'production'),
  LOG_LEVEL: logLevel,
  API_HOST: v.optional(v.string(), '127.0.0.1'),
  API_PORT: v.optional(port, '3001'),
  DATABASE_READER_URL: database,
  DATABASE_WRITER_URL: database,
  /** Of the role that reads; each page takes one for as long as its statements run. */
  DATABASE_READER_CONNECTIONS: v.optional(connections, '10'),
  SEARCH_ENGINE: searchEngine,
  ISSUER_URL: url,
  API_AUDIENCE: v.optional(v.string(), 'konzern-stadt-api'),
  WEB_CLIENT_ID: v.optional(v.string(), 'konzern-stadt-web'),
  /** A file written by `npm run codegen`; operations that are not in it are refused. */
  PERSISTED_DOCUMENTS: v.optional(v.string(), 'apps/web/src/lib/gql/persisted-documents.json'),
  /** With this set, requests that carry it in `developer-token` may send operations of their own. */
  DEVELOPER_TOKEN: v.optional(v.pipe(v.string(), v.minLength(32, 'must have at least 32 characters'))),
});

const workerSchema = v.object({
  NODE_ENV: v.optional(v.string(), 'production'),
  LOG_LEVEL: logLevel,
  DATABASE_WORKER_URL: database,
  SEARCH_ENGINE: searchEngine,
  WORKER_HOST: v.optional(v.string(), '127.0.0.1'),
  WORKER_PORT: v.optional(port, '3004'),
});

export type ApiConfig = v.InferOutput<typeof apiSchema>;
export type WorkerConfig = v.InferOutput<typeof workerSchema>;

/** Settings of the API process. @throws Error with one sentence per fault. */
export function apiConfig(environment: NodeJS.ProcessEnv): ApiConfig {
  return read(apiSchema, environment);
}

/** Settings of the worker process. @throws Error with one sentence per fault. */
export function workerConfig(environment: NodeJS.ProcessEnv): WorkerConfig {
  return read(workerSchema, environment);
}

/** Checks settings; the sentences name the setting and what is wrong, never its value. */
export function read<S extends v.GenericSchema>(schema: S, environment: NodeJS.ProcessEnv): v.InferOutput<S> {
  const result = v.safeParse(schema, environment);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${String(issue.path?.[0]?.key)} ${missing(issue) ? 'is missing' : issue.message}.`);
  throw new Error(`The configuration is not complete:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}

function missing(issue: v.BaseIssue<unknown>): boolean {
  return issue.received === 'undefined';
}
