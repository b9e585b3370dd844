// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { CompanyFieldsResolver, PersonFieldsResolver, ViewerFieldsResolver } from './organisation-fields.resolver.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { SignInService } from './sign-in.service.js';

@Module({
  providers: [SignInService, OrganisationResolver, CompanyFieldsResolver, PersonFieldsResolver, ViewerFieldsResolver],
  exports: [SignInService],
})
export class OrganisationModule {}
