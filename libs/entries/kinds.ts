// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Kind } from './kind.js';

/** All kinds of this process. A kind's module adds its kind when it is constructed, before the first request. */
@Injectable()
export class Kinds {
  private readonly byName = new Map<string, Kind>();

  register(kind: Kind): void {
    if (this.byName.has(kind.name)) throw new Error(`Two kinds are called "${kind.name}".`);
    this.byName.set(kind.name, kind);
  }

  /** @throws Error for a kind nobody registered, which the schema does not let in. */
  get(name: string): Kind {
    const kind = this.byName.get(name);
    if (!kind) throw new Error(`No kind is called "${name}".`);
    return kind;
  }

  find(name: string): Kind | undefined {
    return this.byName.get(name);
  }

  all(): Kind[] {
    return [...this.byName.values()];
  }
}
