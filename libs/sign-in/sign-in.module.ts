// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { ClaimTableMovedFieldsResolver, ClaimTableResolver, ClaimTableSavedFieldsResolver } from './claim-table.resolver.js';
import { ClaimTableService } from './claim-table.service.js';
import { CompanyCreatedFieldsResolver, CompanyRegistrationResolver } from './company-registration.resolver.js';
import { CompanyRegistrationService } from './company-registration.service.js';
import { OffboardingResolver } from './offboarding.resolver.js';
import { OffboardingService } from './offboarding.service.js';
import { RightsResolver } from './rights.resolver.js';
import { RightsService } from './rights.service.js';
import { SignInJournalResolver } from './sign-in-journal.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';
import { SignedInFieldsResolver } from './signed-in-fields.resolver.js';

@Module({
  providers: [
    SignInService,
    SignInResolver,
    SignedInFieldsResolver,
    ClaimTableService,
    ClaimTableResolver,
    ClaimTableSavedFieldsResolver,
    ClaimTableMovedFieldsResolver,
    RightsService,
    RightsResolver,
    CompanyRegistrationService,
    CompanyRegistrationResolver,
    CompanyCreatedFieldsResolver,
    SignInJournalResolver,
    OffboardingService,
    OffboardingResolver,
  ],
})
export class SignInModule {}
