// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { hintsOf } from './sign-in-hints.js';

const table = { rules: [], departments: { licht: 'd' } };
const department = (value: string) => ({ claim: 'department' as const, value });
const role = { claim: 'role' as const, value: 'GG-Alle' };

describe('hintsOf', () => {
  it.each([
    ['everything is there', [department('licht'), role], 'own', []],
    ['nothing is said', [], 'none', ['no-department', 'no-roles', 'no-mail']],
    ['a department nobody knows', [department('Netze'), role], 'own', ['unknown-department']],
    ['an address of another domain', [department('licht'), role], 'foreign', ['foreign-mail']],
  ] as const)('when %s', (_, said, mail, hints) => {
    expect(hintsOf(said, table, mail)).toEqual(hints);
  });
});
