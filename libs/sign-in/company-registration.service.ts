// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { KnownPerson, Viewer } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { ForbiddenError, NotFoundError } from '#platform/errors/errors.js';
import { type FieldError, invalidInput, type InvalidInput } from '#platform/errors/field-error.js';
import { Company } from '#organisation/company.entity.js';
import { CompanyMailDomain, CompanySignIn } from '#organisation/company-sign-in.entity.js';
import { mayAdminister } from '#organisation/membership.policy.js';
import { recordForCompany } from '#organisation/organisation-event.entity.js';
import { ClaimRuleRow } from './claim-table.entity.js';
import type { CompanyInput, CompanySignInInput } from './company-registration.input.js';

@Injectable()
export class CompanyRegistrationService {
  /**
   * Company, its domains and the first lines of its claim table. The office grants nobody anything by it: who comes with a claim is said by the
   * company's own provider.
   * @throws ForbiddenError for who is not of the office
   */
  async create(write: Write, input: CompanyInput): Promise<{ __typename: 'CompanyCreated'; slug: string } | InvalidInput> {
    const { em, viewer, now } = write;
    if (!isOffice(viewer)) throw new ForbiddenError();
    const taken = await takenNames(em, input);
    if (taken.length > 0) return invalidInput(taken);
    const { mailDomains, rules, ...company } = input;
    const companyId = crypto.randomUUID();
    await em.insert(Company, { id: companyId, ...company });
    await em.insertMany(CompanyMailDomain, mailDomains.map((domain) => ({ domain, companyId }))); // prettier-ignore
    await em.insert(CompanySignIn, { companyId, provider: null, signOutAtProvider: false, leaverWay: 'hub-only', sessionMinutes: null });
    const lines = [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
    if (lines.length > 0) {
      const row = { companyId, claim: 'role' as const, departmentId: null };
      await em.insertMany(ClaimRuleRow, lines.map((rule) => ({ id: crypto.randomUUID(), ...row, ...rule }))); // prettier-ignore
    }
    await recordForCompany(em, now, { companyId, what: 'company-created', actorId: viewer.personId });
    return { __typename: 'CompanyCreated', slug: input.slug };
  }

  /** @throws NotFoundError for a company that is not the viewer's to administer, as for none */
  async saveSignIn({ em, viewer, now }: Write, input: CompanySignInInput): Promise<CompanySignInInput | InvalidInput> {
    if (viewer.status === 'stranger' || !mayAdminister(viewer, input.companyId)) throw new NotFoundError();
    const { companyId, ...settings } = input;
    const before = await em.findOne(CompanySignIn, { companyId });
    // Nobody can be asked about somebody where there is no provider.
    if (settings.leaverWay === 'broker-token' && !before?.provider) return invalidInput([{ path: ['leaverWay'], code: 'invalid' }]);
    if (before) em.assign(before, settings);
    else await em.insert(CompanySignIn, { companyId, provider: null, ...settings });
    await recordForCompany(em, now, { companyId, what: 'sign-in-changed', actorId: viewer.personId, detail: settings.leaverWay });
    return input;
  }
}

function isOffice(viewer: Viewer): viewer is KnownPerson {
  return viewer.status === 'employee' && viewer.audiences.includes('office');
}

/** What another company is called already. Two at the same moment are told apart by the keys of the tables. */
async function takenNames(em: EntityManager, { slug, mailDomains }: CompanyInput): Promise<FieldError[]> {
  const domains = new Set((await em.find(CompanyMailDomain, { domain: { $in: mailDomains } })).map(({ domain }) => domain));
  return [
    ...((await em.count(Company, { slug })) > 0 ? [{ path: ['slug'], code: 'taken' as const }] : []),
    ...mailDomains.flatMap((domain, index) =>
      domains.has(domain) ? [{ path: ['mailDomains', String(index)], code: 'taken' as const }] : [],
    ),
  ];
}
