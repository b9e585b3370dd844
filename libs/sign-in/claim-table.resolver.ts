// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { Writes } from '#platform/database/writes.js';
import { invalidInput } from '#platform/errors/field-error.js';
import { CallerOf, Reads } from '#platform/graphql/context.js';
import { check } from '#platform/text/check.js';
import { mayAdminister } from '#organisation/membership.policy.js';
import { changesBy } from './claim-change.js';
import { claimTableInput, type ClaimTableInput } from './claim-table.input.js';
import { type ClaimTableRow, presentClaimTable, readClaimedMembers, readClaimTable, tableWith } from './claim-table.reads.js';
import { ClaimTableService, resolveRules } from './claim-table.service.js';

/** How many changed people a preview names; the numbers speak of all. */
const shownChanges = 200;

@Resolver()
export class ClaimTableResolver {
  constructor(
    private readonly service: ClaimTableService,
    private readonly writes: Writes,
  ) {}

  @Query()
  async claimTable(@Args('company') slug: string, @Reads() reads: ReadSession) {
    const row = await readClaimTable(reads, slug);
    return row && presentClaimTable(row);
  }

  @Query()
  async claimTablePreview(@Args('input') input: unknown, @Reads() reads: ReadSession) {
    const checked = check(claimTableInput, input);
    if (!checked.ok) return invalidInput(checked.fields);
    const row = await readClaimTable(reads, checked.value.company);
    if (!row || !mayAdminister(await reads.viewer(), row.company.id)) return null;
    return preview(reads, row, checked.value.rules);
  }

  @Mutation()
  async saveClaimTable(@Args('input') input: unknown, @CallerOf() caller: Caller) {
    const checked = check(claimTableInput, input);
    if (!checked.ok) return invalidInput(checked.fields);
    return this.writes.run(caller, (write) => this.service.save(write, checked.value));
  }
}

async function preview(reads: ReadSession, { company, departments }: ClaimTableRow, lines: ClaimTableInput['rules']) {
  const { rules, faults } = resolveRules(lines, departments);
  if (faults.length > 0) return invalidInput(faults);
  const table = tableWith(rules, departments);
  const members = await readClaimedMembers(reads, company.id, table);
  const changes = changesBy(table, members);
  const departmentOf = (id: string | null) => departments.find((department) => department.id === id) ?? null;
  return {
    __typename: 'ClaimTablePreview',
    changed: changes.length,
    unchanged: members.length - changes.length,
    changes: changes.slice(0, shownChanges).map(({ member, gained, lost, departmentId }) => ({
      person: member.person,
      gained,
      lost,
      before: departmentOf(member.departmentId),
      after: departmentOf(departmentId),
    })),
  };
}

@Resolver('ClaimTableSaved')
export class ClaimTableSavedFieldsResolver {
  @ResolveField()
  table(@Parent() { company }: { company: string }, @Reads() reads: ReadSession) {
    return presentedTable(reads, company);
  }
}

@Resolver('ClaimTableMoved')
export class ClaimTableMovedFieldsResolver {
  @ResolveField()
  theirs(@Parent() { company }: { company: string }, @Reads() reads: ReadSession) {
    return presentedTable(reads, company);
  }
}

async function presentedTable(reads: ReadSession, company: string) {
  const row = await readClaimTable(reads, company);
  return row && presentClaimTable(row);
}
