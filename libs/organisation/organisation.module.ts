// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { CompanyFieldsResolver, PersonFieldsResolver, ViewerFieldsResolver } from './organisation-fields.resolver.js';
import { OrganisationResolver } from './organisation.resolver.js';

@Module({
  providers: [OrganisationResolver, CompanyFieldsResolver, PersonFieldsResolver, ViewerFieldsResolver],
})
export class OrganisationModule {}
