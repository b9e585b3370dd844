// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Seal } from './seal.ts';

const [older, newer] = [randomBytes(32), randomBytes(32)];

describe('seal', () => {
  it('opens what it closed, each time with other bytes', () => {
    const seal = new Seal([newer]);
    const [one, two] = [seal.close('Straße', 'a'), seal.close('Straße', 'a')];
    expect(one.equals(two)).toBe(false);
    expect([seal.open(one, 'a'), seal.open(two, 'a')]).toEqual(['Straße', 'Straße']);
  });

  it('opens what an older key closed and closes with the newest', () => {
    const closed = new Seal([older]).close('text', 'a');
    const both = new Seal([newer, older]);
    expect(both.open(closed, 'a')).toBe('text');
    expect(new Seal([older]).open(both.close('text', 'a'), 'a')).toBeNull();
  });

  it('opens nothing that was changed, cut or moved', () => {
    const seal = new Seal([newer]);
    const closed = seal.close('text', 'session 1');
    expect(seal.open(closed, 'session 2')).toBeNull();
    for (let at = 0; at < closed.length; at += 1) {
      const changed = Buffer.from(closed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(seal.open(changed, 'session 1')).toBeNull();
      expect(seal.open(closed.subarray(0, at), 'session 1')).toBeNull();
    }
  });
});
