// SPDX-License-Identifier: EUPL-1.2
import { isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The server has chosen the language; guessing again in the browser could write other words than it did.
const { lang } = document.documentElement;
if (isLocale(lang)) overwriteGetLocale(() => lang);
