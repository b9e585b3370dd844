// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

describe('return path', () => {
  it.each([
    '/',
    '/wissen',
    '/praxisbeispiele/licht-nach-bewegung-7c1e1f0a?fassung=2#verlauf',
    '/suche?q=a%20b&topic=licht%2Fstrom',
    '/suche?q=https://elsewhere.example//x',
    '/suche?q=stra%C3%9Fe',
    '/personen/%C3%96zdil',
  ])('goes back to %s', (path) => expect(returnPath(path)).toBe(path));

  it.each([
    null,
    undefined,
    '',
    'wissen',
    '@evil.example',
    '.evil.example',
    ':80@evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\\/evil.example',
    '/x/../\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%09/evil.example/..//evil.example',
    '/%5cevil.example',
    '/%2fevil.example',
    '/%2Fevil.example',
    '/%252fevil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    'https://evil.example',
    'HTTPS://evil.example',
    'http:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' /wissen',
    '/wissen\r\nset-cookie: a=b',
    '/wissen\0',
    '/auth/sign-in?to=/wissen',
    '/auth/callback?code=1',
    '/x/../auth/sign-in',
  ])('goes to the start page instead of %j', (path) => expect(returnPath(path)).toBe('/'));

  it('goes to the start page instead of an address longer than any', () => expect(returnPath(`/${'x'.repeat(3_000)}`)).toBe('/'));

  it('never leaves the origin, whatever is asked', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '%2f',
      '%5c',
      '%252f',
      '%255c',
      '%0d%0a',
      '%09',
      '\r',
      'javascript:',
      '／',
      '。',
      '\u2028',
      '.',
      '..',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '\n',
      ' ',
      'evil.example',
      'https:',
      'x',
    );
    const wishes = fc.oneof(
      fc.string(),
      fc.array(parts).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(wishes, (wish) => {
        const path = returnPath(wish);
        expect(new URL(path, 'https://hub.example').origin).toBe('https://hub.example');
        expect(path).toMatch(/^\/(?![/\\])/);
        // As it is written into a header, and as a proxy that decodes once or twice too often would hand it on.
        expect(path).not.toMatch(/[\r\n\t ]/);
        const once = decoded(path.split(/[?#]/, 1)[0] ?? '');
        for (const seen of [once, decoded(once)]) expect(seen).toMatch(/^\/(?![/\\])[^\\\r\n\t]*$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
