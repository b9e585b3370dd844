// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { parse, print } from 'graphql';

/** The contract of all features merged into one document, in a stable order. @throws GraphQLError when a file does not parse. */
export function mergedSchema(root: string): string {
  const files = globSync('libs/**/*.graphql', { cwd: root }).sort();
  const documents = files.map((file) => parse(readFileSync(join(root, file), 'utf8')));
  const merged = mergeTypeDefs(documents, { sort: true, throwOnConflict: true });
  return `# Merged from libs/**/*.graphql by "npm run schema"; the features' files are what you edit.\n\n${print(merged)}\n`;
}
