// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { EntriesService } from '#entries/entries.service.js';
import { Entry } from '#entries/entry.entity.js';
import { Kinds } from '#entries/kinds.js';
import type { FieldError } from '#platform/errors/field-error.js';
import { Writes } from '#platform/database/writes.js';
import { nameBasedId } from '../name-based-id.js';
import { UsageError } from '../start/options.js';
import type { UseCases } from '../use-cases.js';
import type { FoundFile } from './find-files.js';
import type { ImportOptions } from './import-options.js';
import type { Importer } from './importer.js';
import { type ImportedDocument, readDocument } from './read-document.js';

export type ImportResult = { what: 'created' | 'published' | 'skipped' | 'refused'; why: string };

/** Imports one file after the other as the person would with the form: the same checks, the same rights, the same history. */
export class FileImport {
  private readonly entries: EntriesService;
  private readonly writes: Writes;
  private readonly fields: readonly { name: string }[];

  /** @throws UsageError for a kind the hub does not have */
  constructor(
    useCases: UseCases,
    private readonly importer: Importer,
    private readonly options: ImportOptions,
  ) {
    const kinds = useCases.get(Kinds);
    const kind = kinds.find(options.kind);
    if (!kind)
      throw new UsageError(
        `No kind is called "${options.kind}". There are: ${kinds
          .all()
          .map(({ name }) => name)
          .join(', ')}.`,
      );
    this.fields = kind.fields;
    this.entries = useCases.get(EntriesService);
    this.writes = useCases.get(Writes);
  }

  async run(file: FoundFile): Promise<ImportResult> {
    const id = nameBasedId(`import/${this.options.company}/${file.key}`);
    const text = readText(file.path);
    if (text === null) return { what: 'refused', why: 'is not UTF-8 text' };
    const document = readDocument(text);
    if (!document.keyStatement && !document.body) return { what: 'refused', why: 'has no text beside its title' };
    if (await this.isThere(id)) return { what: 'skipped', why: 'already there' };
    const faults = await this.create(id, document);
    if (faults) return { what: 'refused', why: sentence(faults) };
    return this.options.publish ? this.publish(id, document.title) : { what: 'created', why: document.title };
  }

  private isThere(id: string): Promise<boolean> {
    return this.writes.run(this.importer.caller, async ({ em }) => (await em.count(Entry, { id })) > 0);
  }

  private async create(id: string, document: ImportedDocument): Promise<FieldError[] | null> {
    const content = { [this.options.kind]: Object.fromEntries(this.fields.map(({ name }) => [name, ''])) };
    const visibility = { choice: this.options.publish ?? 'private', companies: [] };
    const input = { ...document, language: 'de', topics: [], coAuthors: [], validUntil: null, visibility, content };
    const outcome = await this.writes.run(this.importer.caller, (write) => this.entries.createDraft(write, id, input));
    return outcome.__typename === 'InvalidInput' ? outcome.fields : null;
  }

  private async publish(id: string, title: string): Promise<ImportResult> {
    const outcome = await this.writes.run(this.importer.caller, (write) => this.entries.publish(write, id, 1));
    if (outcome.__typename !== 'InvalidInput') return { what: 'published', why: title };
    return { what: 'created', why: `as a draft, not published: ${sentence(outcome.fields)}` };
  }
}

function readText(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    return null;
  }
}

function sentence(faults: readonly FieldError[]): string {
  const words: Record<string, string> = { required: 'is missing', 'too-long': 'is too long', 'too-many': 'has too many' };
  return faults.map(({ path, code, limit }) => `${path.join('.')} ${words[code] ?? code}${limit ? ` (at most ${limit})` : ''}`).join('; ');
}
