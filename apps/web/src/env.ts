// SPDX-License-Identifier: EUPL-1.2
import { building } from '$app/env';
import { defineEnvVars } from '@sveltejs/kit/env';

const address = (value: string | undefined): string => {
  // One build runs anywhere: addresses are known when it starts, not when it is made.
  if (building) return '';
  if (value === undefined || !URL.canParse(value)) throw new Error('must be a full address such as http://127.0.0.1:3001');
  return value.replace(/\/$/, '');
};

export const variables = defineEnvVars({
  API_URL: { schema: address, description: 'Where the API answers, without /graphql.' },
  ORIGIN: { schema: address, description: 'The public address of this app.' },
  CITY_NAME: { schema: (value) => value?.trim() || 'Hellbrück', description: 'The name in the top bar.' },
  PAGES_FOLDER: { schema: (value) => value ?? '', description: 'Own texts of the footer pages: impressum.de.md, datenschutz.en.md, ...' },
  SWITCH_PERSON: { schema: (value) => value === '1', description: '1 shows a link to sign in as somebody else; for development.' },
});
