// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import * as hub from '../../apps/local/example-data/identities.js';
import * as signIn from '../../apps/sign-in/identifiers.js';

// Two processes that may not share code: the example data must know people under the subject the sign-in gives them.
it.each(['mirjam.osterkamp', 'lea.hartwig', 'ruth.albrecht'])('knows %s as the development sign-in does', (username) => {
  expect(hub.subjectOf(username)).toBe(signIn.subjectOf(username));
});
