// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { AccessibilityResolver } from './accessibility.resolver.js';

@Module({ providers: [AccessibilityResolver] })
export class AccessibilityModule {}
