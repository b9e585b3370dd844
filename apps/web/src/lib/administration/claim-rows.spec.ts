// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { type ClaimRow, linesOf, rowsOf, rowsOfForm, saysTheSame, type Table, withOthers } from './claim-rows.ts';

const rule = (value: string, meaning: Partial<Table['rules'][number]> = {}): Table['rules'][number] => ({
  claim: 'ROLE',
  value,
  role: null,
  department: null,
  ...meaning,
});
const seen = (value: string, people: number, claim: 'ROLE' | 'DEPARTMENT' = 'ROLE') => ({
  claim,
  value,
  people,
  roles: [],
  department: null,
});
const row = (value: string, rest: Partial<ClaimRow> = {}): ClaimRow => ({
  claim: 'ROLE',
  value,
  means: 'name',
  roles: [],
  department: '',
  ...rest,
});

test('several lines of one value are one row, and what is seen besides means what it is called', () => {
  const table = {
    rules: [rule('GG-Wissen', { role: 'AUTHOR' }), rule('GG-Wissen', { role: 'EDITOR' }), rule('admin')],
    seen: [seen('GG-Alle', 40), seen('GG-Wissen', 7), seen('bau', 3, 'DEPARTMENT')],
  };
  expect(rowsOf(table)).toEqual([
    row('GG-Alle'),
    row('GG-Wissen', { means: 'chosen', roles: ['AUTHOR', 'EDITOR'] }),
    row('admin', { means: 'nothing' }),
    row('bau', { claim: 'DEPARTMENT' }),
  ]);
});

test('rows become the lines they came from, and say from which row', () => {
  const rows = [row('A'), row('B', { means: 'chosen', roles: ['AUTHOR'], department: 'bau' }), row('C', { means: 'nothing' })];
  expect(linesOf(rows)).toEqual([
    { rule: rule('B', { role: 'AUTHOR' }), row: 1 },
    { rule: { ...rule('B'), department: 'bau' }, row: 1 },
    { rule: rule('C'), row: 2 },
  ]);
});

test('"what I choose" without a choice means nothing, and an empty row by hand is none', () => {
  expect(linesOf([row('A', { means: 'chosen' }), row('', { means: 'chosen' })])).toEqual([{ rule: rule('A'), row: 0 }]);
  expect(linesOf([row('', { means: 'chosen', roles: ['AUTHOR'] })])).toHaveLength(1);
});

test('reads back what the form sends, and no more rows than a table may have', () => {
  const form = new FormData();
  form.set('rows', '99999');
  form.set('claim.0', 'DEPARTMENT');
  form.set('value.0', ' Häuser & Höfe ');
  form.set('means.0', 'chosen');
  form.append('roles.0', 'AUTHOR');
  form.append('roles.0', 'EMPLOYEE');
  form.set('department.0', 'bau');
  const rows = rowsOfForm(form);
  expect(rows).toHaveLength(500);
  expect(rows[0]).toEqual(row('Häuser & Höfe', { claim: 'DEPARTMENT', means: 'chosen', roles: ['AUTHOR'], department: 'bau' }));
});

test('rows that somebody else saved in between appear beside one’s own', () => {
  const theirs = { rules: [rule('X', { role: 'ADMIN' })], seen: [] };
  const rows = withOthers([row('A', { means: 'nothing' })], theirs);
  expect(rows.map(({ value, means }) => [value, means])).toEqual([
    ['A', 'nothing'],
    ['X', 'chosen'],
  ]);
  expect(rows.map((each) => saysTheSame(each, theirs.rules))).toEqual([false, true]);
});
