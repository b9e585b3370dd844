// SPDX-License-Identifier: EUPL-1.2
import type { PersonalColumn, PersonalData } from './personal-data.js';

const begin = '<!-- begin: written by `npm run data-protection` -->';
const end = '<!-- end -->';

/** The document with its table written anew. @throws Error when the marks are gone */
export function withTable(document: string, data: PersonalData): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The document needs the lines "${begin}" and "${end}".`);
  return `${document.slice(0, from)}${begin}\n\n${table(data)}\n\n${document.slice(to)}`;
}

function table({ columns, others }: PersonalData): string {
  const head = '<!-- prettier-ignore -->\n| Data | What for | Seen by | Kept until |\n| --- | --- | --- | --- |';
  const list = others.map((name) => `\`${name}\``).join(', ');
  return `${head}\n${columns.map(row).join('\n')}\n\nTables without personal data: ${list}.`;
}

function row({ table: name, column, purpose, seenBy, keptUntil }: PersonalColumn): string {
  return `| \`${name}.${column}\` | ${[purpose, seenBy, keptUntil].map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
