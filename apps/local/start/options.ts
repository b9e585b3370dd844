// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util';

export interface StartOptions {
  /** Asked for explicitly; otherwise the first free one from 3000 on. */
  port: number | null;
  data: string;
  fresh: boolean;
  examples: boolean;
  /** A real Keycloak signs people in, instead of the development sign-in. */
  keycloak: boolean;
  /** With reload of whatever changes. */
  watch: boolean;
}

/** What a person can put right in how they called the command; the message is the whole explanation. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const startHelp = `Starts Konzern Stadt on this machine: database, sign-in, API, worker and web.

  npm start -- [options]

  --port NUMBER    port of the web app; without it the first free one from 3000 on
  --data FOLDER    where database, files, keys and logs are kept (default: .data)
  --fresh          delete what is in the data folder first and begin anew
  --keycloak       sign in through a real Keycloak with two companies' own sign-ins; needs Java 17, fetches 176 MB once,
                   keeps its data apart (.data-keycloak) and opens on a page that imitates two intranets
  --no-examples    begin with an empty hub instead of the example city
  --help           this text

Ctrl-C stops everything. "npm run dev" takes the same options and reloads whatever you change.`;

/** @throws UsageError for an option that does not exist or a value that makes no sense; `null` when help is asked for */
export function readStartOptions(args: readonly string[], watch: boolean): StartOptions | null {
  const { values } = parse(args);
  if (values.help) return null;
  return {
    port: values.port === undefined ? null : portNumber(values.port),
    data: values.data ?? (values.keycloak ? '.data-keycloak' : '.data'),
    fresh: values.fresh,
    examples: !values['no-examples'],
    keycloak: values.keycloak,
    watch,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        keycloak: { type: 'boolean', default: false },
        'no-examples': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('.')[0] : String(error);
    throw new UsageError(`${reason}. "npm start -- --help" lists the options.`);
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(`--port must be a number from 1 to 65535, not "${text}".`);
  return port;
}
