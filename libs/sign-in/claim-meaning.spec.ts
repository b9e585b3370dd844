// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimRule, grantedRoles, meaningOf, type Said } from './claim-meaning.js';

const departments = { licht: 'd-licht', wasser: 'd-wasser' };
const role = (value: string): Said => ({ claim: 'role', value });
const department = (value: string): Said => ({ claim: 'department', value });
const rule = (said: Said, meaning: Partial<ClaimRule> = {}): ClaimRule => ({ ...said, role: null, departmentId: null, ...meaning });

describe('meaningOf', () => {
  it('takes a name for what is called so where no rule says otherwise', () => {
    const said = [role('author'), role('king'), department('licht')];
    expect(meaningOf(said, { rules: [], departments })).toEqual({ roles: ['author'], departmentId: 'd-licht' });
  });

  it('gives what the rules of a value say, several roles and a department among them', () => {
    const rules = [
      rule(role('CN=Wissen'), { role: 'author' }),
      rule(role('CN=Wissen'), { role: 'editor' }),
      rule(role('CN=Netz'), { departmentId: 'd-wasser' }),
    ];
    expect(meaningOf([role('CN=Wissen'), role('CN=Netz')], { rules, departments })).toEqual({
      roles: ['author', 'editor'],
      departmentId: 'd-wasser',
    });
  });

  it('lets a rule say that a value means nothing, though it sounds like something', () => {
    const rules = [rule(role('admin')), rule(department('licht'))];
    expect(meaningOf([role('admin'), department('licht')], { rules, departments })).toEqual({ roles: [], departmentId: null });
  });

  it('believes the department claim before a group', () => {
    const rules = [rule(role('A'), { departmentId: 'd-wasser' })];
    expect(meaningOf([role('A'), department('licht')], { rules, departments }).departmentId).toBe('d-licht');
  });

  it.each(['__proto__', 'constructor', 'toString', ''])('finds nothing behind %j', (value) => {
    expect(meaningOf([department(value), role(value)], { rules: [], departments })).toEqual({ roles: [], departmentId: null });
  });

  it('depends on neither the order nor the repetition of values, and an unknown value changes nothing', () => {
    const value = fc.constantFrom('author', 'editor', 'licht', 'wasser', 'A', 'B');
    const said = fc.record({ claim: fc.constantFrom('role' as const, 'department' as const), value });
    const meaning = fc.constantFrom(
      {},
      ...grantedRoles.map((granted) => ({ role: granted })),
      ...Object.values(departments).map((departmentId) => ({ departmentId })),
    );
    const ruleOf = fc.tuple(said, meaning).map(([of, means]) => rule(of, means));
    fc.assert(
      fc.property(fc.array(said), fc.uniqueArray(ruleOf, { selector: (of) => JSON.stringify(of) }), (values, rules) => {
        const table = { rules, departments };
        const expected = meaningOf(values, table);
        expect(meaningOf([...values].reverse(), table)).toEqual(expected);
        expect(meaningOf([...values, ...values, role('nobody knows'), department('nowhere')], table)).toEqual(expected);
      }),
    );
  });
});
