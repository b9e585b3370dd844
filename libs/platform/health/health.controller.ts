// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';

/** What must answer before the process may get requests. */
export type ReadinessCheck = () => Promise<void>;

export const READINESS = Symbol('readiness checks by name');

/** `live`: the process answers. `ready`: so does what it needs. */
@Controller('health')
export class HealthController {
  constructor(@Inject(READINESS) private readonly checks: Record<string, ReadinessCheck>) {}

  @Get('live')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'up' }> {
    const results = await Promise.allSettled(Object.values(this.checks).map((check) => check()));
    const down = Object.keys(this.checks).filter((_, index) => results[index]?.status === 'rejected');
    if (down.length > 0) throw new ServiceUnavailableException({ status: 'down', down });
    return { status: 'up' };
  }
}
