// SPDX-License-Identifier: EUPL-1.2
import { actingMembership } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { ForbiddenError } from '#platform/errors/errors.js';
import { Entry } from './entry.entity.js';
import type { Kind } from './kind.js';
import { known } from './loaded-entry.js';

/** An empty draft of the company the viewer acts for; nothing is released. @throws ForbiddenError for somebody who acts for no company */
export function newEntry({ em, viewer, now }: Write, id: string, kind: Kind): Entry {
  const acting = actingMembership(viewer);
  if (!acting) throw new ForbiddenError();
  return em.create(Entry, {
    id,
    kind: kind.name,
    state: 'draft',
    slug: '',
    title: '',
    keyStatement: '',
    body: '',
    language: 'de',
    companyId: acting.companyId,
    departmentId: acting.departmentId,
    responsibleId: known(viewer).personId,
    visibility: 'private',
    validUntil: null,
    revision: 0,
    publishedAt: null,
    trashedAt: null,
    shown: {},
    shownAt: null,
    updatedAt: now,
    createdAt: now,
  });
}
