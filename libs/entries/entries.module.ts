// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { EntriesReads } from './entries.reads.js';
import { EntriesResolver } from './entries.resolver.js';
import { EntriesService } from './entries.service.js';
import {
  ChangedFieldsResolver,
  NotPossibleFieldsResolver,
  PublishedFieldsResolver,
  RevisionConflictFieldsResolver,
  RevisionDocumentFieldsResolver,
  SavedFieldsResolver,
} from './entry-fields.resolver.js';
import { Kinds } from './kinds.js';
import { MyEntriesReads } from './my-entries.reads.js';
import { MyEntriesResolver } from './my-entries.resolver.js';
import { RevisionsReads } from './revisions.reads.js';
import { Succession } from './succession.service.js';
import { ViewerEntriesResolver } from './viewer-fields.resolver.js';

@Module({
  providers: [
    Kinds,
    EntriesService,
    EntriesReads,
    RevisionsReads,
    Succession,
    MyEntriesReads,
    MyEntriesResolver,
    EntriesResolver,
    SavedFieldsResolver,
    RevisionConflictFieldsResolver,
    PublishedFieldsResolver,
    ChangedFieldsResolver,
    NotPossibleFieldsResolver,
    RevisionDocumentFieldsResolver,
    ViewerEntriesResolver,
  ],
  exports: [Kinds, EntriesService, EntriesReads, Succession],
})
export class EntriesModule {}
