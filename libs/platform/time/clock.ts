// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';

/** What time it is for use cases. Example data and tests set their own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
