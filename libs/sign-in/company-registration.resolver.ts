// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { Writes } from '#platform/database/writes.js';
import { invalidInput } from '#platform/errors/field-error.js';
import { CallerOf, Reads } from '#platform/graphql/context.js';
import { isId } from '#platform/graphql/ids.js';
import { check } from '#platform/text/check.js';
import { readCompany } from '#organisation/organisation.reads.js';
import { companyInput, companySignInInput } from './company-registration.input.js';
import { CompanyRegistrationService } from './company-registration.service.js';

// A company without a row has what the row would begin with; who may not see the row may not see that either.
const settingsOf = statement(`select s.provider, coalesce(s.sign_out_at_provider, false) as "signOutAtProvider",
    coalesce(s.leaver_way, 'hub-only') as "leaverWay", s.session_minutes as "sessionMinutes",
    array(select domain from company_mail_domain d where d.company_id = c.id order by domain) as "mailDomains"
  from company c left join company_sign_in s on s.company_id = c.id
 where c.id = $1 and array['company:' || c.id::text, 'office'] && current_setting('app.audiences')::text[]`);

@Resolver('CompanySignInSaved')
export class CompanyRegistrationResolver {
  constructor(
    private readonly service: CompanyRegistrationService,
    private readonly writes: Writes,
  ) {}

  @Query()
  companySignIn(@Args('companyId') companyId: string, @Reads() reads: ReadSession) {
    return isId(companyId) ? readSettings(reads, companyId) : null;
  }

  @Mutation()
  async createCompany(@Args('input') input: unknown, @CallerOf() caller: Caller) {
    const checked = check(companyInput, input);
    if (!checked.ok) return invalidInput(checked.fields);
    return this.writes.run(caller, (write) => this.service.create(write, checked.value));
  }

  @Mutation()
  async saveCompanySignIn(@Args('input') input: unknown, @CallerOf() caller: Caller) {
    const checked = check(companySignInInput, input);
    if (!checked.ok) return invalidInput(checked.fields);
    const outcome = await this.writes.run(caller, (write) => this.service.saveSignIn(write, checked.value));
    return '__typename' in outcome ? outcome : { __typename: 'CompanySignInSaved', companyId: outcome.companyId };
  }

  @ResolveField()
  settings(@Parent() { companyId }: { companyId: string }, @Reads() reads: ReadSession) {
    return readSettings(reads, companyId);
  }
}

@Resolver('CompanyCreated')
export class CompanyCreatedFieldsResolver {
  @ResolveField()
  company(@Parent() { slug }: { slug: string }, @Reads() reads: ReadSession) {
    return readCompany(reads, slug);
  }
}

async function readSettings(reads: ReadSession, companyId: string) {
  return (await reads.row(settingsOf, [companyId])) ?? null;
}
