// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';

export const VERSION = Symbol('version of the running hub');

@Injectable()
@Resolver()
export class VersionResolver {
  constructor(@Inject(VERSION) private readonly running: string) {}

  @Query()
  version(): string {
    return this.running;
  }
}
