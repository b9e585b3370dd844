// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';

/** Missing and empty are one fault: settings often come from a file with a line `NAME=`. */
const required = (name: string, what: string) => v.optional(v.pipe(v.string(), v.minLength(1, `${name} is missing: ${what}.`)), '');

const address = (name: string, what: string) =>
  v.pipe(
    required(name, what),
    v.check((value) => value === '' || URL.canParse(value), `${name} must be a full address such as http://127.0.0.1:3000.`),
  );

const withoutSlash = (name: string, what: string) =>
  v.pipe(
    address(name, what),
    v.transform((value) => value.replace(/\/$/, '')),
  );

const amount = (name: string, unit: string, usual: number) =>
  v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/, `${name} must be a number of ${unit}.`), v.transform(Number)), String(usual));

const keys = v.pipe(
  required('SESSION_KEYS', 'comma separated base64 keys of 32 bytes, made with `openssl rand -base64 32`'),
  v.transform((list) => list.split(',').map((key) => Buffer.from(key.trim(), 'base64'))),
  v.check(
    (list) => list.every(({ length }) => length === 32),
    'SESSION_KEYS must be base64 keys of exactly 32 bytes each, separated by commas.',
  ),
);

const environment = v.object({
  DATABASE_WEB_URL: required('DATABASE_WEB_URL', 'the database, as the role hub_web'),
  SESSION_KEYS: keys,
  ORIGIN: v.pipe(
    address('ORIGIN', 'the public address of this app'),
    v.transform((value) => new URL(value).origin),
  ),
  ISSUER_URL: withoutSlash('ISSUER_URL', 'the realm that signs people in'),
  API_URL: withoutSlash('API_URL', 'where the API answers, without /graphql'),
  WEB_CLIENT_ID: v.optional(v.string(), 'konzern-stadt-web'),
  WEB_CLIENT_SECRET: required('WEB_CLIENT_SECRET', 'the secret this app shares with the realm'),
  SESSION_IDLE_MINUTES: amount('SESSION_IDLE_MINUTES', 'minutes', 120),
  SESSION_HOURS: amount('SESSION_HOURS', 'hours', 10),
});

export interface Configuration {
  databaseUrl: string;
  /** The first encrypts, all decrypt: put a new one in front, drop the last when SESSION_HOURS have passed. */
  sessionKeys: readonly Buffer[];
  origin: string;
  /** Cookies are `Secure` and carry the `__Host-` prefix. */
  secure: boolean;
  issuer: string;
  apiUrl: string;
  clientId: string;
  clientSecret: string;
  idleMinutes: number;
  longestHours: number;
}

/** @throws Error with one sentence for each fault */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = v.safeParse(environment, env);
  if (!parsed.success) throw new Error(parsed.issues.map(({ message }) => message).join(' '));
  const { output } = parsed;
  return {
    databaseUrl: output.DATABASE_WEB_URL,
    sessionKeys: output.SESSION_KEYS,
    origin: output.ORIGIN,
    secure: output.ORIGIN.startsWith('https:'),
    issuer: output.ISSUER_URL,
    apiUrl: output.API_URL,
    clientId: output.WEB_CLIENT_ID,
    clientSecret: output.WEB_CLIENT_SECRET,
    idleMinutes: output.SESSION_IDLE_MINUTES,
    longestHours: output.SESSION_HOURS,
  };
}
