// SPDX-License-Identifier: EUPL-1.2
import type { RightsKeptReason } from '#lib/gql/graphql.ts';
import type { GivenRoleName } from '#lib/rights/role-words.ts';

/** `reopened-later`: the company's directory still has to name the person again. */
export type MemberDone = 'granted' | 'revoked' | 'ended' | 'reopened' | 'reopened-later';

/** What an action did, or why it did nothing. */
export interface MemberOutcome {
  person: { id: string; name: string };
  role: GivenRoleName | null;
  done: MemberDone | null;
  kept: RightsKeptReason | 'OWN_MEMBERSHIP' | null;
}
