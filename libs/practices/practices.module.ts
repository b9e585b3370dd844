// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { EntriesModule } from '#entries/entries.module.js';
import { Kinds } from '#entries/kinds.js';
import { practiceKind } from './practice.kind.js';

@Module({ imports: [EntriesModule] })
export class PracticesModule {
  constructor(kinds: Kinds) {
    kinds.register(practiceKind);
  }
}
