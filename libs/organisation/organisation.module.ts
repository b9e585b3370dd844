// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { CompanyFieldsResolver, PersonFieldsResolver, ViewerFieldsResolver } from './organisation-fields.resolver.js';
import { MembershipsResolver } from './memberships.resolver.js';
import { MembershipsService } from './memberships.service.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { SignInWaysResolver } from './sign-in-ways.resolver.js';

@Module({
  providers: [
    OrganisationResolver,
    SignInWaysResolver,
    MembershipsService,
    MembershipsResolver,
    CompanyFieldsResolver,
    PersonFieldsResolver,
    ViewerFieldsResolver,
  ],
})
export class OrganisationModule {}
