// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';

@Module({ providers: [SignInService, SignInResolver] })
export class SignInModule {}
