// SPDX-License-Identifier: EUPL-1.2
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A rule that never fires looks like a clean project, so each is shown what it must report, and all of them what they must leave alone. */
const forbidden: [rule: string, from: string, statement: string][] = [
  ['libs-know-no-app', 'libs/ideas/ideas.service.ts', "import '../../apps/api/main.js'"],
  ['apps-know-no-other-app', 'apps/worker/main.ts', "import '../api/main.js'"],
  ['platform-knows-no-feature', 'libs/platform/access/viewer.ts', "import type { Practice } from '#practices/practice.entity.js'"],
  ['organisation-knows-only-platform', 'libs/organisation/person.ts', "import type { Practice } from '#practices/practice.entity.js'"],
  ['entries-know-nothing-that-hangs-on-them', 'libs/entries/entry.ts', "import '#relations/reuse.entity.js'"],
  ['spine-knows-no-feature', 'libs/relations/reuse.ts', "import '#practices/practices.service.js'"],
  ['foreign-resolvers-inputs-and-jobs-are-private', 'libs/ideas/ideas.service.ts', "import '#practices/practice.input.js'"],
  ['features-meet-at-service-or-entity', 'libs/ideas/ideas.service.ts', "import '#practices/practices.reads.js'"],
  ['input-checks-are-pure', 'libs/ideas/idea.input.ts', "import '#practices/practices.reads.js'"],
  ['web-sees-inputs-only', 'apps/web/src/lib/form.ts', "import '../../../../libs/practices/practices.service.js'"],
  ['web-sees-inputs-only', 'apps/web/src/lib/Page.svelte', "import '../../../../libs/practices/practices.service.js'"],
  ['web-sees-inputs-only', 'apps/web/src/lib/alias.ts', "import '@libs/practices/practices.service.js'"],
  ['no-cycles', 'libs/practices/practices.reads.ts', "import './practices.service.js'"],
  ['keycloak-connect-behind-its-port', 'apps/api/module.ts', "import 'keycloak-connect'"],
  ['tokens-in-few-hands', 'libs/organisation/person.ts', "import 'jose'"],
  ['web-touches-only-its-sessions', 'apps/web/src/lib/server/entries.ts', "import 'pg'"],
  ['no-development-package-in-production', 'libs/ideas/ideas.service.ts', "import 'vitest'"],
  ['everything-resolves', 'libs/ideas/ideas.service.ts', "import '#ideas/missing.js'"],
];

const allowed: [from: string, statement: string][] = [
  ['libs/ideas/ideas.service.ts', "import '#practices/practices.service.js'"],
  ['libs/ideas/ideas.service.ts', "import '#taxonomy/topic.entity.js'"],
  ['libs/ideas/idea.input.ts', "import 'valibot'"],
  ['libs/entries/entry.ts', "import '#taxonomy/topic.entity.js'"],
  ['libs/platform/access/token-verifier.ts', "import 'keycloak-connect'; import 'jose'"],
  ['apps/web/src/lib/form.ts', "import '../../../../libs/practices/practice.input.js'"],
  ['apps/web/src/lib/server/session/store.ts', "import 'pg'"],
  ['libs/ideas/idea.policy.spec.ts', "import 'vitest'"],
];

const neighbours: [file: string, text: string][] = [
  ['apps/api/main.ts', 'export {};'],
  ['libs/practices/practice.entity.ts', 'export type Practice = string;'],
  ['libs/practices/practice.input.ts', 'export {};'],
  ['libs/practices/practices.reads.ts', 'export {};'],
  ['libs/practices/practices.service.ts', "import './practices.reads.js';"],
  ['libs/relations/reuse.entity.ts', 'export {};'],
  ['libs/taxonomy/topic.entity.ts', 'export {};'],
];

const root = resolve(import.meta.dirname, '..');
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const file of ['package.json', 'tsconfig.json', 'node_modules']) symlinkSync(join(root, file), join(project, file));
  for (const [file, text] of neighbours) append(file, text);
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

describe('the boundaries', () => {
  it('report each import that crosses them', async () => {
    for (const [, file, statement] of forbidden) append(file, statement);

    const found = await violations();

    const expected = new Set(forbidden.map(([rule, file]) => `${rule}: ${file}`));
    expect([...expected].filter((violation) => !found.includes(violation))).toEqual([]);
  });

  it('leave alone what the layout allows', async () => {
    for (const [file, statement] of allowed) append(file, statement);

    expect(await violations()).toEqual([]);
  });
});

function append(file: string, statement: string): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, file.endsWith('.svelte') ? `<script lang="ts">${statement}</script>` : `${statement};\n`);
}

/** What `npm run boundaries` would say here, as `rule: file`. */
async function violations(): Promise<string[]> {
  const configuration = await extractDepcruiseOptions(join(root, '.dependency-cruiser.js'));
  const { output } = await cruise(['apps', 'libs'], { ...configuration, baseDir: project }, { alias: { '@libs': join(project, 'libs') } });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from}`);
}
