// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import { defineEntity, p } from '@mikro-orm/core';

export const OffboardingToken = defineEntity({
  name: 'OffboardingToken',
  tableName: 'offboarding_token',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    name: p.text(),
    hash: p.text(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

/** The beginning lets scanners of source code find one that was committed. */
export const newSecret = (): string => `ks_offboarding_${randomBytes(32).toString('base64url')}`;

/** 256 random bits need no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
