// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Figure, type Group, held } from './figure.js';
import { pages } from './pages/pages.js';
import { signIn } from './sign-in/sign-in.js';
import { slice } from './slice/slice.js';

/** Groups by the name they are called with; a feature adds its own. */
const groups: Record<string, Group> = { slice, pages, 'sign-in': signIn };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    strict: { type: 'boolean', default: false },
    entries: { type: 'string', default: '10000' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run bench -- [group ...] [--json FILE] [--strict] [--entries N]\n\nGroups: ${Object.keys(groups).join(', ')} (all when none is named).
Ratios are CPU milliseconds of the server process per request, against the same transaction without the product, best of three alternating rounds.`);
  process.exit(0);
}

const names = positionals.length > 0 ? positionals : Object.keys(groups);
const unknown = names.filter((name) => !groups[name]);
if (unknown.length > 0) {
  console.error(`No such group: ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`);
  process.exit(2);
}

const figures: (Figure & { group: string; held: boolean })[] = [];
for (const name of names) {
  const measured = (await groups[name]?.({ entries: Number(values.entries), log: (line) => console.log(line) })) ?? [];
  figures.push(...measured.map((figure) => ({ group: name, ...figure, held: held(figure) })));
}

console.table(
  figures.map(({ group, name, measured, floor, goal, unit, held: isHeld }) => ({
    group,
    figure: name,
    measured: `${round(measured)} ${unit}`,
    floor: floor === undefined ? '' : `${round(floor)} ms`,
    goal: `<= ${goal} ${unit}`,
    held: isHeld ? 'yes' : 'NO',
  })),
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
if (values.strict && figures.some((figure) => !figure.held)) process.exit(1);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
