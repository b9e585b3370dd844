// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { EntriesModule } from '#entries/entries.module.js';
import { RelationsResolver, ReuseChangedFieldsResolver } from './relations.resolver.js';
import { RelationsService } from './relations.service.js';

@Module({
  imports: [EntriesModule],
  providers: [RelationsService, RelationsResolver, ReuseChangedFieldsResolver],
  exports: [RelationsService],
})
export class RelationsModule {}
