// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { VisibilityChoice } from '../gql/graphql.js';
import { type Circle, isSame, isWider, narrowerChoices } from './circle.js';

const circle = (choice: VisibilityChoice, ...ids: string[]): Circle => ({ choice, companies: ids.map((id) => ({ id })) });

describe('a circle of readers', () => {
  it('is wider when somebody is added', () => {
    expect(isWider(circle('COMPANY', 'own'), circle('GROUP'))).toBe(true);
    expect(isWider(circle('GROUP'), circle('COMPANY', 'own'))).toBe(false);
    expect(isWider(circle('GROUP'), circle('GROUP'))).toBe(false);
  });

  it('is wider when another company is added, whoever was taken off', () => {
    expect(isWider(circle('COMPANIES', 'own', 'a'), circle('COMPANIES', 'own', 'a', 'b'))).toBe(true);
    expect(isWider(circle('COMPANIES', 'own', 'a'), circle('COMPANIES', 'own', 'b'))).toBe(true);
    expect(isWider(circle('COMPANIES', 'own', 'a', 'b'), circle('COMPANIES', 'own', 'a'))).toBe(false);
  });

  it('is the same whatever the order of its companies', () => {
    expect(isSame(circle('COMPANIES', 'own', 'a'), circle('COMPANIES', 'a', 'own'))).toBe(true);
    expect(isSame(circle('COMPANIES', 'own', 'a'), circle('COMPANIES', 'own', 'b'))).toBe(false);
    expect(isSame(circle('GROUP'), circle('PUBLIC'))).toBe(false);
  });

  it('offers what is narrower, and fewer companies where there is one to take off', () => {
    expect(narrowerChoices(circle('GROUP'))).toEqual(['PRIVATE', 'DEPARTMENT', 'COMPANY', 'COMPANIES']);
    expect(narrowerChoices(circle('COMPANIES', 'own', 'a', 'b'))).toContain('COMPANIES');
    expect(narrowerChoices(circle('COMPANIES', 'own', 'a'))).not.toContain('COMPANIES');
    expect(narrowerChoices(circle('PRIVATE'))).toEqual([]);
  });
});
