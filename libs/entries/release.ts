// SPDX-License-Identifier: EUPL-1.2
import { entrySlug } from './entry-slug.js';
import { EntryTopic } from './entry-parts.entity.js';
import type { Kind } from './kind.js';
import type { LoadedEntry } from './loaded-entry.js';
import type { Revision } from './revision.entity.js';

/** Copies a revision into the rows that readers read. The one place for all kinds where a text becomes released. */
export async function release(loaded: LoadedEntry, kind: Kind, { number, document }: Revision): Promise<void> {
  const { entry, write } = loaded;
  const { em, now } = write;
  entry.title = document.title;
  entry.slug = entrySlug(document.title);
  entry.keyStatement = document.keyStatement;
  entry.body = document.body;
  entry.language = document.language;
  entry.validUntil = document.validUntil;
  entry.state = 'published';
  entry.revision = number;
  entry.publishedAt ??= now;
  entry.updatedAt = now;
  await em.flush();
  // A question that was added to the kind since the text was saved is open.
  const answers = Object.fromEntries(kind.fields.map(({ name }) => [name, document.content[name] ?? '']));
  await em.upsert(kind.entity, { id: entry.id, ...answers });
  await em.nativeDelete(EntryTopic, { entryId: entry.id });
  if (document.topics.length > 0) {
    await em.insertMany(
      EntryTopic,
      document.topics.map((topicId) => ({ entryId: entry.id, topicId })),
    );
  }
  await loaded.setVisibility(document.visibility);
}
