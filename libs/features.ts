// SPDX-License-Identifier: EUPL-1.2
import type { EntitySchema } from '@mikro-orm/core';
import { AccessibilityModule } from '#accessibility/accessibility.module.js';
import { BarrierReport } from '#accessibility/barrier-report.entity.js';
import { EntriesJobsModule } from '#entries/entries.jobs.js';
import { EntriesModule } from '#entries/entries.module.js';
import { EntrySchema } from '#entries/entry.entity.js';
import { EntryAuthor, EntryCompany, EntryTopic } from '#entries/entry-parts.entity.js';
import { EventSchema } from '#entries/event.entity.js';
import { RevisionSchema } from '#entries/revision.entity.js';
import { CompanySchema } from '#organisation/company.entity.js';
import { CompanyMailDomain, CompanySignInSchema } from '#organisation/company-sign-in.entity.js';
import { DepartmentSchema } from '#organisation/department.entity.js';
import { GroupRole, MembershipRole, MembershipSchema } from '#organisation/membership.entity.js';
import { LessonSchema } from '#lessons/lesson.entity.js';
import { LessonsModule } from '#lessons/lessons.module.js';
import { OrganisationJobsModule } from '#organisation/organisation.jobs.js';
import { OrganisationModule } from '#organisation/organisation.module.js';
import { PersonContact, PersonIdentity, PersonProfile, PersonSchema, PersonVisit } from '#organisation/person.entity.js';
import { OrganisationEvent } from '#organisation/organisation-event.entity.js';
import { PracticeSchema } from '#practices/practice.entity.js';
import { PracticesModule } from '#practices/practices.module.js';
import { RelationsModule } from '#relations/relations.module.js';
import { ReuseSchema } from '#relations/reuse.entity.js';
import { SearchJobsModule } from '#search/search.jobs.js';
import { SearchModule } from '#search/search.module.js';
import { ClaimRuleRow, MembershipClaim } from '#sign-in/claim-table.entity.js';
import { OffboardingToken } from '#sign-in/offboarding-token.entity.js';
import { SignInJobsModule } from '#sign-in/sign-in.jobs.js';
import { SignInModule } from '#sign-in/sign-in.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { TopicSchema } from '#taxonomy/topic.entity.js';

/** All features: what `api` and `worker` are made of. A new feature is added here and nowhere else. */
export const featureModules = [
  OrganisationModule,
  SignInModule,
  TaxonomyModule,
  EntriesModule,
  RelationsModule,
  SearchModule,
  PracticesModule,
  LessonsModule,
  AccessibilityModule,
];

export const entities = [
  CompanySchema,
  CompanyMailDomain,
  CompanySignInSchema,
  DepartmentSchema,
  PersonSchema,
  PersonIdentity,
  PersonContact,
  PersonProfile,
  PersonVisit,
  MembershipSchema,
  MembershipRole,
  GroupRole,
  MembershipClaim,
  ClaimRuleRow,
  OffboardingToken,
  OrganisationEvent,
  TopicSchema,
  EntrySchema,
  EntryTopic,
  EntryAuthor,
  EntryCompany,
  RevisionSchema,
  EventSchema,
  ReuseSchema,
  PracticeSchema,
  LessonSchema,
  BarrierReport,
] as EntitySchema[];

/** What only the worker does. */
export const jobModules = [SearchJobsModule, EntriesJobsModule, OrganisationJobsModule, SignInJobsModule];
