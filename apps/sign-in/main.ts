// SPDX-License-Identifier: EUPL-1.2
import pino from 'pino';
import * as v from 'valibot';
import { SignInRefused } from './loopback.js';
import { readPeople } from './people.js';
import { createSignIn } from './sign-in.js';

/** Missing and empty are one fault: settings often come from a file with a line `NAME=`. */
const required = (name: string, what: string) => v.optional(v.pipe(v.string(), v.minLength(1, `${name} is missing: ${what}.`)), '');
const port = v.pipe(
  v.string(),
  v.digits('SIGN_IN_PORT must be a number.'),
  v.transform(Number),
  v.maxValue(65_535, 'SIGN_IN_PORT is too large.'),
);

const environment = v.object({
  SIGN_IN_PORT: v.optional(port, '3002'),
  SIGN_IN_HOST: v.optional(v.string(), '127.0.0.1'),
  SIGN_IN_DATA_DIR: required('SIGN_IN_DATA_DIR', 'a folder for the signing key'),
  EXAMPLES_DIR: required('EXAMPLES_DIR', 'the folder that holds companies/*.yaml'),
  ORIGIN: required('ORIGIN', 'the public address of the web app'),
  WEB_CLIENT_ID: v.optional(v.string(), 'konzern-stadt-web'),
  WEB_CLIENT_SECRET: required('WEB_CLIENT_SECRET', 'the secret it shares with the web app'),
  API_AUDIENCE: v.optional(v.string(), 'konzern-stadt-api'),
  CITY_NAME: v.optional(v.string(), 'Hellbrück'),
});

const log = pino({ name: 'sign-in', base: { pid: process.pid } });

async function start(): Promise<void> {
  const settings = v.safeParse(environment, process.env);
  if (!settings.success) throw new SignInRefused(settings.issues.map(({ message }) => message).join(' '));
  const { output } = settings;
  const signIn = await createSignIn({
    port: output.SIGN_IN_PORT,
    host: output.SIGN_IN_HOST,
    dataDirectory: output.SIGN_IN_DATA_DIR,
    people: await readPeople(output.EXAMPLES_DIR),
    client: { id: output.WEB_CLIENT_ID, secret: output.WEB_CLIENT_SECRET, origin: new URL(output.ORIGIN).origin },
    audience: output.API_AUDIENCE,
    cityName: output.CITY_NAME,
    onFault: (fault) => log.error({ err: fault }, 'request failed'),
  });
  log.info({ issuer: signIn.issuer }, 'ready');
  const stop = (): void => void signIn.close().then(() => log.info('stopped'));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

start().catch((fault: unknown) => {
  if (fault instanceof SignInRefused) log.fatal(fault.message);
  else log.fatal({ err: fault }, 'not started');
  process.exitCode = 1;
});
