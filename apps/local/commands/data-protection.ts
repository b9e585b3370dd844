// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTable } from '../data-protection/document.js';
import { catalogue, type CatalogueColumn, personalData } from '../data-protection/personal-data.js';
import { withFreshDatabase } from '../fresh-database.js';
import { query } from '../query.js';
import { print } from '../start/steps.js';

/** `npm run data-protection [-- --check]`. @returns 1 when a column says nothing, or the document is not what the columns say */
export async function run(args: string[], root: string): Promise<number> {
  const data = personalData(await withFreshDatabase(root, (url) => query<CatalogueColumn>(url, catalogue)));
  if (data.faults.length > 0) {
    print(`Columns that do not say whether they are personal data:\n\n${data.faults.map((fault) => `  - ${fault}`).join('\n')}`);
    return 1;
  }
  const file = join(root, 'docs/data-protection.md');
  const before = readFileSync(file, 'utf8');
  const after = withTable(before, data);
  if (args.includes('--check')) return report(before === after);
  writeFileSync(file, after);
  print(`${data.columns.length} columns with personal data, ${data.others.length} tables without.`);
  return 0;
}

function report(isCurrent: boolean): number {
  print(isCurrent ? 'docs/data-protection.md is current.' : 'docs/data-protection.md is not current: run "npm run data-protection".');
  return isCurrent ? 0 : 1;
}
