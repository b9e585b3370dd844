// SPDX-License-Identifier: EUPL-1.2
import { Query, Resolver } from '@nestjs/graphql';
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { Reads } from '#platform/graphql/context.js';

const topics = statement(`select id, jsonb_build_object('de', name_de, 'en', name_en) as name from topic order by name_de`);

@Resolver()
export class TaxonomyResolver {
  @Query()
  topics(@Reads() reads: ReadSession) {
    return reads.rows(topics);
  }
}
