// SPDX-License-Identifier: EUPL-1.2
import type { Claim, ClaimRuleInput, ClaimTableFieldsFragment } from '#lib/gql/graphql.ts';
import { GIVEN_ROLES, type GivenRoleName } from '#lib/rights/role-words.ts';

/** What a value means: what is called so, nothing, or what is chosen beside it. */
export const MEANINGS = ['name', 'nothing', 'chosen'] as const;

export type Meaning = (typeof MEANINGS)[number];

/** One value of the table as its form shows it. */
export interface ClaimRow {
  claim: Claim;
  value: string;
  means: Meaning;
  roles: GivenRoleName[];
  /** Slug, or empty. */
  department: string;
}

export type Table = Pick<ClaimTableFieldsFragment, 'rules' | 'seen'>;

/** The most frequent values stand in the form by themselves; a rarer one is added by hand when it shall mean something. */
const SHOWN = 60;
/** As many lines as a table may have. */
const MOST = 500;

/** What stands in the table, then what is seen besides. */
export function rowsOf({ rules, seen }: Table): ClaimRow[] {
  const values = new Map([...rules, ...seen.slice(0, SHOWN)].map(({ claim, value }) => [keyOf({ claim, value }), { claim, value }]));
  return [...values.values()].map((each) => rowOf(each, rules)).sort(byWeight(seen));
}

/** The form's rows, and as they are those that only the saved table or the provider knows: whoever typed has not decided about them. */
export function withOthers(typed: readonly ClaimRow[], table: Table): ClaimRow[] {
  const known = new Set(typed.map(keyOf));
  return [...typed, ...rowsOf(table).filter((row) => !known.has(keyOf(row)))];
}

/** Reads what the form sends: `claim.0`, `value.0`, `means.0`, `roles.0`, `department.0` and so on. */
export function rowsOfForm(form: FormData): ClaimRow[] {
  const text = (name: string): string => String(form.get(name) ?? '');
  const count = Math.min(Number(text('rows')) || 0, MOST);
  return Array.from({ length: count }, (_, index) => ({
    claim: text(`claim.${index}`) === 'DEPARTMENT' ? 'DEPARTMENT' : 'ROLE',
    value: text(`value.${index}`).trim(),
    means: MEANINGS.find((each) => each === text(`means.${index}`)) ?? 'name',
    roles: GIVEN_ROLES.filter((role) => form.getAll(`roles.${index}`).includes(role)),
    department: text(`department.${index}`),
  }));
}

export interface Line {
  rule: ClaimRuleInput;
  /** Where it comes from, for what is wrong with it. */
  row: number;
}

/** A row becomes none, one or several lines of the table. One by hand that nobody filled in is none. */
export function linesOf(rows: readonly ClaimRow[]): Line[] {
  return rows.flatMap((row, index) => rulesOf(row).map((rule) => ({ rule, row: index })));
}

/** Whether the row says the same as the table's lines for its value. */
export function saysTheSame(row: ClaimRow, rules: Table['rules']): boolean {
  const other = rowOf(row, rules);
  const same = (a: ClaimRow, b: ClaimRow): boolean => JSON.stringify(rulesOf(a)) === JSON.stringify(rulesOf(b));
  return same(row, other);
}

export function rowOf({ claim, value }: Pick<ClaimRow, 'claim' | 'value'>, rules: Table['rules']): ClaimRow {
  const own = rules.filter((rule) => rule.claim === claim && rule.value === value);
  const roles = GIVEN_ROLES.filter((role) => own.some((rule) => rule.role === role));
  const department = own.find((rule) => rule.department)?.department?.slug ?? '';
  const chosen = roles.length > 0 || department !== '';
  return { claim, value, roles, department, means: own.length === 0 ? 'name' : chosen ? 'chosen' : 'nothing' };
}

export function keyOf({ claim, value }: Pick<ClaimRow, 'claim' | 'value'>): string {
  return `${claim} ${value}`;
}

function rulesOf({ claim, value, means, roles, department }: ClaimRow): ClaimRuleInput[] {
  if (means === 'name' || (value === '' && roles.length === 0 && !department)) return [];
  const line = { claim, value, role: null, department: null };
  const chosen = [...roles.map((role) => ({ ...line, role })), ...(department ? [{ ...line, department }] : [])];
  return means === 'chosen' && chosen.length > 0 ? chosen : [line];
}

function byWeight(seen: Table['seen']): (a: ClaimRow, b: ClaimRow) => number {
  const people = new Map(seen.map((each) => [keyOf(each), each.people]));
  const weight = (row: ClaimRow): number => people.get(keyOf(row)) ?? 0;
  return (a, b) => (a.claim === b.claim ? weight(b) - weight(a) : a.claim === 'ROLE' ? -1 : 1);
}
