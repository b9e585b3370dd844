// SPDX-License-Identifier: EUPL-1.2
import { withDatabase } from '../connection.js';
import { findFiles, type FoundFile } from '../import/find-files.js';
import { FileImport, type ImportResult } from '../import/import-files.js';
import { findImporter, type Importer } from '../import/importer.js';
import { importHelp, type ImportOptions, readImportOptions } from '../import/import-options.js';
import { print } from '../start/steps.js';
import { UseCases } from '../use-cases.js';

/** `npm run import`. @returns 1 when a file was refused */
export async function run(args: string[], root: string): Promise<number> {
  const options = readImportOptions(args);
  if (!options) {
    print(importHelp);
    return 0;
  }
  const files = findFiles(options.paths);
  const results = await withDatabase(root, options.data, async ({ migrationsUrl, writerUrl }) => {
    const importer = await findImporter(migrationsUrl, options.company, options.as);
    print(`As ${importer.name} (${options.company}):\n`);
    const readable = files.filter((file) => file.readable);
    return UseCases.with(writerUrl, (useCases) => importAll(readable, useCases, importer, options));
  });
  print(`\n${summary(results, files.filter(({ readable }) => !readable).length)}`);
  return results.some(({ what }) => what === 'refused') ? 1 : 0;
}

async function importAll(files: FoundFile[], useCases: UseCases, importer: Importer, options: ImportOptions): Promise<ImportResult[]> {
  const fileImport = new FileImport(useCases, importer, options);
  const results: ImportResult[] = [];
  for (const file of files) {
    const result = await fileImport.run(file);
    print(`  ${result.what.padEnd(10)} ${file.key}: ${result.why}`);
    results.push(result);
  }
  return results;
}

function summary(results: ImportResult[], others: number): string {
  const counts = (['published', 'created', 'skipped', 'refused'] as const).flatMap((what) => {
    const count = results.filter((result) => result.what === what).length;
    return count > 0 ? [`${count} ${what}`] : [];
  });
  const passedOver = others > 0 ? [`${others} other files passed over`] : [];
  return `${[...counts, ...passedOver].join(', ') || 'Nothing to import'}.`;
}
