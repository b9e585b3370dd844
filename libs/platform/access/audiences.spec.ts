// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../text/plain-text.js';
import { audience } from './audiences.js';
import { actingMembership, hasRole, type Viewer } from './viewer.js';
import { requireWho } from './who.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'ä', 'a\u0308', '\u202e', '\r', '\n', ' ', '\u0000', 'x') }),
);

describe('an audience', () => {
  const uuid = fc.uuid();

  it('is never the same for two things', () => {
    fc.assert(
      fc.property(uuid, uuid, (one, other) => {
        fc.pre(one !== other);
        const words = [one, other].flatMap((id) => [
          audience.company(id),
          audience.companyRole(id, 'editor'),
          audience.companyRole(id, 'admin'),
          audience.department(id),
          audience.person(id),
        ]);
        expect(new Set([...words, audience.public, audience.group, audience.office])).toHaveLength(words.length + 3);
      }),
    );
  });

  it('needs no quoting inside an array of PostgreSQL', () => {
    fc.assert(
      fc.property(uuid, (id) => {
        expect(audience.companyRole(id, 'editor')).toMatch(/^[a-z0-9:-]+$/);
      }),
    );
  });
});

describe('acting for a company', () => {
  const membership = { id: 'm', companyId: 'a', departmentId: null, roles: ['employee', 'editor'] as const };
  const person = (actingFor: string | null): Viewer => ({
    status: 'employee',
    audiences: [],
    personId: 'p',
    name: 'p',
    memberships: [{ ...membership, roles: [...membership.roles] }],
    groupRoles: [],
    actingFor,
  });

  it('is acting with a membership one has, and with no other', () => {
    expect(actingMembership(person('a'))?.companyId).toBe('a');
    expect(actingMembership(person('b'))).toBeNull();
    expect(actingMembership(person(null))).toBeNull();
    expect(actingMembership({ status: 'stranger', audiences: ['public'] })).toBeNull();
  });

  it('gives no role in another company', () => {
    expect(hasRole(person('a'), 'a', 'editor', 'admin')).toBe(true);
    expect(hasRole(person('a'), 'a', 'admin')).toBe(false);
    expect(hasRole(person('b'), 'b', 'editor')).toBe(false);
    expect(hasRole({ status: 'stranger', audiences: ['public'] }, 'a', 'editor')).toBe(false);
  });
});

describe('who may ask at all', () => {
  const guest: Viewer = {
    status: 'guest',
    audiences: ['public'],
    personId: 'p',
    name: 'p',
    memberships: [],
    groupRoles: [],
    actingFor: null,
  };
  const unknown: Viewer = { status: 'stranger', audiences: ['public'] };

  it('is nobody without a session, whatever they are', () => {
    for (const viewer of [guest, unknown, { ...guest, status: 'employee' } as Viewer]) {
      for (const who of ['SIGNED_IN', 'EMPLOYEE'] as const) expect(() => requireWho(who, viewer, false)).toThrow('Sign in first.');
    }
  });

  it('is an employee, where employees are meant', () => {
    for (const viewer of [guest, unknown]) expect(() => requireWho('EMPLOYEE', viewer, true)).toThrow('Not available to you.');
    expect(() => requireWho('EMPLOYEE', { ...guest, status: 'employee' }, true)).not.toThrow();
    expect(() => requireWho('SIGNED_IN', unknown, true)).not.toThrow();
  });
});

describe.each([
  ['text', cleanText],
  ['a line', cleanLine],
])('cleaning %s', (_, clean) => {
  it('twice is cleaning once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('leaves nothing that breaks a line of a log, a reader’s order or an encoding', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = clean(text);
        expect(cleaned.isWellFormed()).toBe(true);
        // eslint-disable-next-line no-control-regex -- these are what must be gone
        expect(cleaned).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/);
      }),
      { numRuns: 5_000 },
    );
  });
});
