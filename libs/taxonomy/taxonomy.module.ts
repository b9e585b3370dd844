// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { TaxonomyResolver } from './taxonomy.resolver.js';

@Module({ providers: [TaxonomyResolver] })
export class TaxonomyModule {}
