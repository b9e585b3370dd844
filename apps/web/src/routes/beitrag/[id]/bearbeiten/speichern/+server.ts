// SPDX-License-Identifier: EUPL-1.2
import { problemsOf } from '#lib/writing/problems.ts';
import { save, type SaveOutcome } from '#lib/writing/save.server.ts';
import type { SaveAnswer } from '#lib/writing/save-answer.ts';
import { readSent } from '#lib/writing/sent.server.ts';
import type { RequestHandler } from './$types';

/** What the form sends by itself while somebody writes. It never publishes. */
export const POST: RequestHandler = async (event) => Response.json(answerOf(await save(event, await readSent(event.request))));

function answerOf(outcome: SaveOutcome): SaveAnswer {
  switch (outcome.outcome) {
    case 'saved': {
      const { latest, missing } = outcome.draft;
      return { outcome: 'saved', base: latest.number, savedAt: latest.savedAt, missing: problemsOf(missing) };
    }
    case 'invalid':
      return outcome;
    case 'conflict': {
      const { number, savedAt, savedBy } = outcome.theirs;
      return { outcome: 'conflict', theirs: { number, savedAt, savedBy: savedBy?.name ?? null } };
    }
  }
}
