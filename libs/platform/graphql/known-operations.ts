// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What is handed to Apollo, which checks the rest of its shape. */
export interface Operation {
  query: string;
  variables?: unknown;
  operationName?: unknown;
  extensions?: unknown;
}

/**
 * The web app sends the hash of an operation that was known when it was built; the text is put in its place here. In production anything
 * else is refused, unless a developer token asks for it.
 */
export class KnownOperations {
  private readonly operations: ReadonlyMap<string, string>;

  constructor(
    file: string,
    private readonly policy: { open: boolean; developerToken?: string | undefined },
  ) {
    this.operations = new Map(Object.entries(readOperations(file, policy.open)));
  }

  /** `undefined` for what is not known and not let in. */
  find(body: unknown, developerToken: unknown): Operation | undefined {
    if (typeof body !== 'object' || body === null) return undefined;
    const { id, query, ...rest } = body as { id?: unknown; query?: unknown };
    const known = typeof id === 'string' ? this.operations.get(id) : undefined;
    if (known !== undefined) return { ...rest, query: known };
    return typeof query === 'string' && (this.policy.open || this.isDeveloper(developerToken)) ? { ...rest, query } : undefined;
  }

  private isDeveloper(given: unknown): boolean {
    const { developerToken } = this.policy;
    if (!developerToken || typeof given !== 'string') return false;
    const [expected, actual] = [Buffer.from(developerToken), Buffer.from(given)];
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  }
}

/** While developing and testing the API may run before the web app was built. */
function readOperations(file: string, optional: boolean): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if (optional) return {};
    throw new Error(`The known operations could not be read from ${file}; "npm run codegen" writes them.`, { cause: error });
  }
}
