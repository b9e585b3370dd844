// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util';
import { UsageError } from '../start/options.js';

const choices = ['department', 'company', 'group', 'public'] as const;

export interface ImportOptions {
  company: string;
  kind: string;
  publish: (typeof choices)[number] | null;
  /** Name of the person who imports; otherwise an editor or author of the company. */
  as: string | null;
  data: string;
  paths: string[];
}

export const importHelp = `Brings Markdown and plain-text files into the hub as drafts.

  npm run import -- --company SLUG --kind KIND [options] PATH...

  --company SLUG     whose they are: the last part of the company's address, e.g. stadtwerke
  --kind KIND        what they become, e.g. practice
  --publish CHOICE   publish them, too, for: ${choices.join(', ')}
  --as NAME          in whose name; without it an editor or author of the company
  --data FOLDER      data folder of "npm start" (default: .data)
  PATH               files, or folders with files, ending in .md, .markdown or .txt

The first heading becomes the title, the first paragraph the proposed key statement, the rest the body. A file that is there
already is left alone: it may be corrected in the hub meanwhile.`;

/** @throws UsageError; `null` when help is asked for */
export function readImportOptions(args: readonly string[]): ImportOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const { company, kind, publish, as, data } = values;
  if (!company || !kind || positionals.length === 0) throw new UsageError(`--company, --kind and a path are needed.\n\n${importHelp}`);
  const choice = choices.find((known) => known === publish) ?? null;
  if (publish !== undefined && !choice) throw new UsageError(`--publish must be one of: ${choices.join(', ')}.`);
  return { company, kind, publish: choice, as: as ?? null, data, paths: positionals };
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        company: text,
        kind: text,
        publish: text,
        as: text,
        data: { ...text, default: '.data' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${importHelp}`);
  }
}
