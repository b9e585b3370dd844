// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Content } from '#entries/kind.js';

/** What a kind tells search about its entries, beside title, key statement and body, which all kinds share. */
export interface SearchTextProvider {
  /** As in `Kind.name`. */
  kind: string;
  /** The texts of the kind's own row that are to be found, as Markdown, in the order in which they are read. */
  bodyOf(content: Content): string;
}

/** The texts of all kinds. A kind's module adds its provider when it is constructed. */
@Injectable()
export class SearchTextProviders {
  private readonly byKind = new Map<string, SearchTextProvider>();

  register(provider: SearchTextProvider): void {
    if (this.byKind.has(provider.kind)) throw new Error(`Two search texts for the kind "${provider.kind}".`);
    this.byKind.set(provider.kind, provider);
  }

  /** @throws Error for a kind without a provider, whose entries nobody would find */
  bodyOf(kind: string, content: Content): string {
    const provider = this.byKind.get(kind);
    if (!provider) throw new Error(`No search text for the kind "${kind}".`);
    return provider.bodyOf(content);
  }
}
