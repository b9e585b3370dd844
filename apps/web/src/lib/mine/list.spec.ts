// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { filterOf, myListAddress, myListOf } from './list.js';

const listAt = (address: string) => myListOf(new URL(address, 'http://hub.example').searchParams);

describe('the list of my entries', () => {
  it('is read from its address and leads back to it', () => {
    for (const address of [
      '/meine-beitraege',
      '/meine-beitraege?stand=papierkorb',
      '/meine-beitraege?von=organisation&stand=entwurf&nach=abc',
    ]) {
      expect(myListAddress(listAt(address))).toBe(address);
    }
  });

  it('shows the bin only to those who ask for it', () => {
    expect(filterOf(listAt('/meine-beitraege')).states).not.toContain('TRASHED');
    expect(filterOf(listAt('/meine-beitraege?stand=papierkorb')).states).toEqual(['TRASHED']);
  });

  it('passes over what nobody could have chosen', () => {
    expect(listAt('/meine-beitraege?von=constructor&stand=toString')).toEqual({ scope: 'OWN', state: undefined, after: undefined });
  });
});
