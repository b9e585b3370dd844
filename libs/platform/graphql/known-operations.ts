// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/**
 * The web app sends the hash of an operation that was known when it was built; the text is put in its place here. In production anything
 * else is refused, unless a developer token asks for it.
 */
@Injectable()
export class KnownOperations {
  private readonly operations: ReadonlyMap<string, string>;

  constructor(
    file: string,
    private readonly policy: { open: boolean; developerToken?: string | undefined },
  ) {
    this.operations = new Map(Object.entries(readOperations(file, policy.open)));
  }

  middleware = (request: Request, response: Response, next: NextFunction): void => {
    const body = request.body as { id?: unknown; query?: unknown; operationName?: unknown } | undefined;
    const known = typeof body?.id === 'string' ? this.operations.get(body.id) : undefined;
    if (known !== undefined) {
      request.body = { ...body, id: undefined, query: known };
      next();
    } else if (typeof body?.query === 'string' && (this.policy.open || this.isDeveloper(request))) {
      next();
    } else {
      response.status(400).json({ errors: [{ message: 'Unknown operation.', extensions: { code: 'UNKNOWN_OPERATION' } }] });
    }
  };

  private isDeveloper(request: Request): boolean {
    const { developerToken } = this.policy;
    const given = request.get('developer-token');
    if (!developerToken || !given) return false;
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
