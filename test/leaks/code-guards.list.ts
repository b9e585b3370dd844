// SPDX-License-Identifier: EUPL-1.2

/** A line of the product that decides who may see or do something, what stands there when it is taken away, and the test that notices. */
export interface CodeGuard {
  file: string;
  line: string;
  instead: string;
  test: string;
}

const audiences = { file: 'libs/entries/entry-audiences.ts', test: 'libs/entries/entry-audiences.spec.ts' };
const policy = { file: 'libs/entries/entry.policy.ts', test: 'libs/entries/entry-audiences.spec.ts' };
const who = { file: 'libs/platform/access/who.ts', test: 'libs/platform/access/audiences.spec.ts' };
const viewer = { file: 'libs/platform/access/viewer.ts', test: 'libs/platform/access/audiences.spec.ts' };
const service = { file: 'libs/entries/entries.service.ts' };
const token = { file: 'libs/platform/access/token-verifier.checks.ts', test: 'libs/platform/access/audiences.token.spec.ts' };

export const codeGuards: CodeGuard[] = [
  { ...audiences, line: "if (entry.state !== 'published' && entry.state !== 'archived') return writers;", instead: '' },
  { ...audiences, line: "everReleased && visibility !== 'private' ?", instead: "visibility !== 'private' ?" },
  { ...audiences, line: "everReleased && visibility !== 'private' ?", instead: 'everReleased ?' },
  { ...audiences, line: 'if (withoutResponsible) return', instead: 'return' },
  { ...audiences, line: 'if (withoutResponsible) return', instead: 'if (false) return' },
  {
    ...audiences,
    line: 'return departmentId ? [audience.department(departmentId)] : [];',
    instead: 'return [audience.company(companyId)];',
    test: 'test/leaks/reads.spec.ts',
  },
  { ...audiences, line: 'return width[to.choice] < width[from.choice];', instead: 'return true;' },
  { ...audiences, line: '&& to.companies.every((id) => from.companies.includes(id))', instead: '' },
  { ...policy, line: '&& isMemberOf(viewer, entry.companyId)', instead: '' },
  { ...policy, line: "return isWriter(viewer, entry) && entry.state !== 'trashed';", instead: 'return isWriter(viewer, entry);' },
  { ...policy, line: "return isWriter(viewer, entry) && entry.state !== 'trashed';", instead: "return entry.state !== 'trashed';" },
  { ...policy, line: "return isWriter(viewer, entry) && entry.state === 'published';", instead: "return entry.state === 'published';" },
  { ...policy, line: 'return isWriter(viewer, entry) && restorable;', instead: 'return restorable;' },
  { ...who, line: 'if (!hasToken) throw new UnauthenticatedError();', instead: '' },
  { ...who, line: "if (who === 'EMPLOYEE' && viewer.status !== 'employee') throw new ForbiddenError();", instead: '' },
  { ...viewer, line: 'memberships.find((membership) => membership.companyId === viewer.actingFor)', instead: 'memberships.at(0)' },
  { ...viewer, line: 'memberships.find((candidate) => candidate.companyId === companyId)', instead: 'memberships.at(0)' },
  { ...token, line: "if (claims.typ !== 'Bearer') throw new TokenRefused('invalid', 'typ');", instead: '' },
  { ...token, line: "if (claims.iss !== expected.issuer) throw new TokenRefused('invalid', 'iss');", instead: '' },
  { ...token, line: "if (![claims.aud].flat().includes(expected.audience)) throw new TokenRefused('invalid', 'aud');", instead: '' },
  { ...token, line: "if (!expected.authorizedParties.includes(claims.azp)) throw new TokenRefused('invalid', 'azp');", instead: '' },
  { ...token, line: "if (exp + leewaySeconds <= nowSeconds) throw new TokenRefused('expired', 'exp');", instead: '' },
  { ...token, line: "if (nbf !== undefined && nbf > soon) throw new TokenRefused('invalid', 'nbf');", instead: '' },
  { file: 'libs/platform/graphql/allow.ts', line: 'await ask(who, context);', instead: '', test: 'test/api/drafts.spec.ts' },
  { file: 'libs/platform/graphql/rules.ts', line: 'context.reportError(', instead: 'void (', test: 'test/api/access.spec.ts' },
  {
    file: 'libs/platform/database/read-session.ts',
    line: "if (!entered || entered.status === 'locked') throw new LockedError();",
    instead: "if (!entered || entered.status === 'locked') return { status: 'stranger', audiences: [] };",
    test: 'test/api/access.spec.ts',
  },
  {
    ...service,
    line: "if (!mayEdit(viewer, { ...facts, state: 'draft' })) throw new ForbiddenError();",
    instead: '',
    test: 'test/api/access.spec.ts',
  },
  { ...service, line: 'if (!may(write.viewer, loaded.facts)) throw new ForbiddenError();', instead: '', test: 'test/api/drafts.spec.ts' },
  { ...service, line: 'if (!mayContribute(write.viewer)) throw new ForbiddenError();', instead: '', test: 'test/api/drafts.spec.ts' },
  {
    ...service,
    line: 'if (!(await isMemberOf(write, entry.companyId, personId)))',
    instead: 'if (false)',
    test: 'test/api/leavers.spec.ts',
  },
  {
    ...service,
    line: "if (!isNarrower(loaded.visibility, visibility)) return notPossible(entryId, 'not-narrower');",
    instead: '',
    test: 'test/api/publishing.spec.ts',
  },
  {
    file: 'libs/entries/loaded-entry.ts',
    line: 'if (!isId(entryId)) throw new NotFoundError();',
    instead: '',
    test: 'test/api/drafts.spec.ts',
  },
  {
    file: 'libs/organisation/memberships.service.ts',
    line: '!mayAdminister(viewer, companyId)',
    instead: 'false',
    test: 'test/api/memberships.spec.ts',
  },
  {
    file: 'libs/organisation/memberships.reads.ts',
    line: '|| !mayAdminister(await reads.viewer(), companyId)) return null;',
    instead: ') return null;',
    test: 'test/api/memberships.spec.ts',
  },
  {
    file: 'libs/entries/revisions.reads.ts',
    line: 'if (!mayEdit(viewer, row)) return null;',
    instead: '',
    test: 'test/leaks/counts.spec.ts',
  },
];
