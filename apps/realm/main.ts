// SPDX-License-Identifier: EUPL-1.2
// `npm run realm`. Node runs it as it stands, so that an operator needs no build.
import * as add from './commands/add.ts';
import * as check from './commands/check.ts';
import * as create from './commands/create.ts';
import * as file from './commands/file.ts';
import * as show from './commands/show.ts';
import { help } from './options.ts';
import { print } from './print.ts';
import { UsageError } from './usage-error.ts';

const commands: Record<string, { run(args: string[]): Promise<number> }> = { add, check, create, file, show };

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const command = commands[name];
  if (!command || args.includes('--help')) {
    print(help);
    return command || /help/.test(name) ? 0 : 2;
  }
  return command.run(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageError || (error instanceof Error && error.name === 'AdminRefused');
  console.error(known && !process.env['DEBUG'] ? `\n${error.message}\n` : error);
  process.exitCode = 2;
}
