// SPDX-License-Identifier: EUPL-1.2
import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Write } from '#platform/database/writes.js';
import { NotFoundError, UnauthenticatedError } from '#platform/errors/errors.js';
import { isId } from '#platform/graphql/ids.js';
import { Membership } from '#organisation/membership.entity.js';
import { endMembership } from '#organisation/membership-changes.js';
import { mayAdminister } from '#organisation/membership.policy.js';
import { recordForCompany } from '#organisation/organisation-event.entity.js';
import { hashOf, newSecret, OffboardingToken } from './offboarding-token.entity.js';

export interface Offboarded {
  ended: string[];
  unknown: string[];
  ambiguous: string[];
}

/** What a company's own system may do: say who has left. */
@Injectable()
export class OffboardingService {
  /** @returns the secret, once. @throws NotFoundError for a company that is not the viewer's to administer, as for none */
  async create({ em, viewer, now }: Write, companyId: string, name: string): Promise<{ id: string; secret: string }> {
    if (viewer.status === 'stranger' || !mayAdminister(viewer, companyId)) throw new NotFoundError();
    const secret = newSecret();
    const id = crypto.randomUUID();
    await em.insert(OffboardingToken, { id, companyId, name, hash: hashOf(secret), createdAt: now, revokedAt: null });
    await recordForCompany(em, now, { companyId, what: 'offboarding-token-created', actorId: viewer.personId });
    return { id, secret };
  }

  /** @throws NotFoundError as above */
  async revoke({ em, viewer, now }: Write, id: string): Promise<void> {
    const token = isId(id) ? await em.findOne(OffboardingToken, { id }) : null;
    if (!token || viewer.status === 'stranger' || !mayAdminister(viewer, token.companyId)) throw new NotFoundError();
    if (token.revokedAt) return;
    token.revokedAt = now;
    await recordForCompany(em, now, { companyId: token.companyId, what: 'offboarding-token-revoked', actorId: viewer.personId });
  }

  /** In one transaction: whoever is found is out with the next request. @throws UnauthenticatedError when the secret speaks for nobody */
  async offboard(write: Write, secret: string, people: readonly string[]): Promise<Offboarded> {
    const [row] = await write.em.execute<{ company: string | null }[]>('select access.enter_as_company(?) as company', [hashOf(secret)]);
    if (!row?.company) throw new UnauthenticatedError();
    const outcome: Offboarded = { ended: [], unknown: [], ambiguous: [] };
    for (const called of people) outcome[await this.end(write, row.company, called)].push(called);
    return outcome;
  }

  private async end(write: Write, companyId: string, called: string): Promise<keyof Offboarded> {
    const found = await write.em.execute<{ id: string }[]>('select access.members_called(?, ?) as id', [companyId, called]);
    const [person] = found;
    if (!person) return 'unknown';
    if (found.length > 1) return 'ambiguous';
    const membership = await write.em.findOneOrFail(
      Membership,
      { companyId, personId: person.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    await endMembership(write, membership, { source: 'hub', personId: null });
    return 'ended';
  }
}
