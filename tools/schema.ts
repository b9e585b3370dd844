// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, writeFileSync } from 'node:fs';
import { mergedSchema } from '#platform/graphql/schema-files.js';

/** `npm run schema` writes the merged contract, `npm run schema -- --check` fails when the committed one is not up to date. */
const target = 'schema.graphql';
const merged = mergedSchema(process.cwd());

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== merged) {
    console.error('schema.graphql is not what libs/**/*.graphql merge to: run "npm run schema" and commit the result.');
    process.exit(1);
  }
} else {
  writeFileSync(target, merged);
}
