// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { VerifiedToken } from '#platform/access/token-verifier.js';
import type { Write } from '#platform/database/writes.js';
import { Company } from '#organisation/company.entity.js';
import { CompanyMailDomain } from '#organisation/company-sign-in.entity.js';
import { GroupRole, Membership } from '#organisation/membership.entity.js';
import { endMembership, reopenMembership } from '#organisation/membership-changes.js';
import { Person, PersonContact, PersonIdentity, PersonVisit } from '#organisation/person.entity.js';
import { MembershipClaim } from './claim-table.entity.js';
import { applyClaims, claimTableOf, keepSaid } from './claimed-rights.js';
import { claimsOf, type Claims } from './claims.js';
import { hintsOf, type MailState } from './sign-in-hints.js';

// Renewals of a session within one working day are the same visit.
const visitLastsHours = 8;

const byClaims = { source: 'claims', personId: null } as const;

/** Turns the claims of a verified token into today's person, memberships and roles. */
@Injectable()
export class SignInService {
  /**
   * The same token twice changes nothing but the journal, in which a renewal does not stand.
   * @returns the person's id
   */
  async signIn(write: Write, token: VerifiedToken, renewal: boolean): Promise<string> {
    const { em, now } = write;
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`${token.iss} ${token.sub}`]);
    const claims = claimsOf(token);
    const personId = await this.person(write, token, claims);
    const companies = await em.find(Company, { slug: { $in: claims.memberships.map(({ company }) => company) } });
    const open = await this.memberships(write, personId, claims, companies);
    await this.groupRoles(em, personId, claims);
    const mail = await this.contact(em, personId, claims, open);
    await this.visit(em, personId, now);
    await em.flush();
    if (!renewal) for (const company of open) await this.note(write, personId, company, claims, mail);
    return personId;
  }

  private async note({ em, now }: Write, personId: string, { id, slug }: Company, claims: Claims, mail: MailState): Promise<void> {
    const said = claims.memberships.find(({ company }) => company === slug)?.said ?? [];
    const hints = hintsOf(said, await claimTableOf(em, id), mail);
    await em.execute(`select access.record_sign_in(?, ?, ?, null, array(select jsonb_array_elements_text(?::jsonb)))`, [
      now,
      slug,
      personId,
      JSON.stringify(hints),
    ]);
  }

  /** From here on the transaction sees as this person: of a new one nothing was to be seen before. */
  private async person({ em, now }: Write, token: VerifiedToken, { name, account }: Claims): Promise<string> {
    const [row] = await em.execute<{ id: string | null }[]>('select access.identify(?, ?) as id', [token.iss, token.sub]);
    const id = row?.id ?? crypto.randomUUID();
    await em.execute(`select set_config('app.audiences', array_append(current_setting('app.audiences')::text[], ?)::text, true)`, [
      `person:${id}`,
    ]);
    if (row?.id) {
      await em.nativeUpdate(Person, { id }, { name });
      await em.nativeUpdate(PersonIdentity, { personId: id }, { account });
    } else {
      await em.insert(Person, { id, name, createdAt: now });
      await em.insert(PersonIdentity, { personId: id, issuer: token.iss, subject: token.sub, lockedAt: null, account });
    }
    return id;
  }

  /** @returns the companies whose member the person is today: not one that an admin in the hub has shut, whatever the claims say */
  private async memberships(write: Write, personId: string, claims: Claims, companies: Company[]): Promise<Company[]> {
    const { em, now } = write;
    const before = await em.find(Membership, { personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    for (const gone of before.filter(({ companyId }) => !companies.some(({ id }) => id === companyId))) {
      await endMembership(write, gone, byClaims);
      await em.nativeDelete(MembershipClaim, { membershipId: gone.id });
    }
    const open: Company[] = [];
    for (const company of companies) {
      const said = claims.memberships.find(({ company: slug }) => slug === company.slug)?.said ?? [];
      const known = before.find(({ companyId }) => companyId === company.id);
      if (known) await reopenMembership(write, known, byClaims);
      if (known?.hasEnded(now)) continue;
      const membership = known ?? newMembership(em, personId, company.id);
      await applyClaims(em, membership, said, await claimTableOf(em, company.id));
      await keepSaid(em, membership, said);
      open.push(company);
    }
    return open;
  }

  private async groupRoles(em: EntityManager, personId: string, { groupRoles }: Claims): Promise<void> {
    await em.nativeDelete(GroupRole, { personId });
    for (const role of new Set(groupRoles)) await em.insert(GroupRole, { personId, role });
  }

  /** An address of another domain than the company's is kept as unverified and used for nothing: nothing upstream checks it. */
  private async contact(em: EntityManager, personId: string, { mail }: Claims, companies: Company[]): Promise<MailState> {
    await em.nativeDelete(PersonContact, { personId, kind: 'mail' });
    if (!mail) return 'none';
    const domain = /^[^@\s]+@([^@\s]+)$/.exec(mail)?.[1]?.toLowerCase() ?? '';
    const owner = await em.findOne(CompanyMailDomain, { domain });
    const verified = companies.some(({ id }) => id === owner?.companyId);
    await em.insert(PersonContact, { personId, kind: 'mail', value: mail, verified });
    return verified ? 'own' : 'foreign';
  }

  private async visit(em: EntityManager, personId: string, now: Date): Promise<void> {
    const visit = await em.findOne(PersonVisit, { personId });
    if (!visit) await em.insert(PersonVisit, { personId, latestAt: now, previousAt: null, claimsAt: now });
    else if (now.getTime() - visit.latestAt.getTime() > visitLastsHours * 3_600_000) {
      visit.previousAt = visit.latestAt;
      visit.latestAt = now;
    }
    if (visit) visit.claimsAt = now;
  }
}

function newMembership(em: EntityManager, personId: string, companyId: string): Membership {
  return em.create(Membership, { id: crypto.randomUUID(), personId, companyId, departmentId: null, endedAt: null, endedBy: [] });
}
