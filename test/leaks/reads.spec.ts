// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { type Call, callsOf, type Generators } from './arguments.js';
import { askAll, type Told } from './asking.js';
import { leaks } from './boundary.js';
import { useCity } from './city.js';
import { generatorsFor, malformedIds, randomId } from './generators.js';
import { type ActorName, actorNames, type Subject, sees, stateInApi, writes } from './oracle.js';
import { queryFields } from './schema-walk.js';

const city = useCity({ worker: 'late' });
let generators: Generators;
beforeAll(() => void (generators = generatorsFor(city)));

/** For whom the entry is there under a field that answers about one; for everybody else the answer is that of an id that names nothing. */
const isThere: Record<string, (actor: ActorName, entry: Subject) => boolean> = {
  entry: sees,
  draft: (actor, entry) => writes(actor, entry) && stateInApi[entry.state] !== 'TRASHED',
  revision: writes,
  revisions: writes,
  similar: sees,
  visibilityPreview: writes,
};

// Every root field of the contract, so also one that was added today.
describe.each(actorNames)('%s', (actor) => {
  it.each(queryFields.map((field) => [field.name, field] as const))(
    'learns from %s what is for them and nothing else',
    async (name, field) => {
      const answers = await askAll(city.hub.url, city.people[actor], field, sampled(actor, name, callsOf('Query', field, generators)));
      expect(answers.flatMap((answer) => leaks(city, actor, answer.data).map((leak) => ({ leak, asked: answer.call.variables })))).toEqual(
        [],
      );
      expect(answers.flatMap(faults)).toEqual([]);
      expect(answers.filter(({ call }) => 'entry' in call).flatMap((answer) => unlikeMissing(name, actor, answer, answers))).toEqual([]);
    },
    120_000,
  );
});

/**
 * Of a long list every other call, the other half for the next person: people of the same rights stand side by side in the list. Everybody
 * opens every entry; that everybody's drafts and revisions are theirs alone is asked in full in counts.spec.ts.
 */
function sampled(actor: ActorName, field: string, calls: Call[]): Call[] {
  if (field === 'entry' || calls.length < 40) return calls;
  const isEntry = ({ entry }: Call) => city.entries.some(({ id }) => id === entry);
  return calls.filter((call, index) => index < 10 || ('entry' in call && !isEntry(call)) || (index + actorNames.indexOf(actor)) % 2 === 0);
}

/** What is our fault, or a document the API does not know. */
function faults({ call, errors }: Told): object[] {
  const expected = ['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_REQUEST'];
  return errors.filter(({ code }) => !expected.includes(code)).map((error) => ({ error, asked: call.variables }));
}

/** Answers about a hidden entry, or about no id at all, that are not byte for byte the answer about nothing. */
function unlikeMissing(field: string, actor: ActorName, { call, data, errors, part }: Told, answers: Told[]): object[] {
  const entry = city.entries.find(({ id }) => id === call.entry);
  if (!entry && !malformedIds.includes(String(call.entry))) return [];
  const rule = isThere[field];
  if (!rule) throw new Error(`Say in test/leaks/reads.spec.ts for whom an entry is there under ${field}.`);
  if (entry && rule(actor, entry)) return [];
  const missing = answers.find((other) => other.call.entry === randomId && other.call.group === call.group && other.part === part);
  const same = JSON.stringify([data, errors]) === JSON.stringify([missing?.data, missing?.errors]);
  return same ? [] : [{ asked: call.variables, data, errors, missing: missing?.data }];
}
