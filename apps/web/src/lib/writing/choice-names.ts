// SPDX-License-Identifier: EUPL-1.2
import type { VisibilityChoice } from '#lib/gql/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

const names: Record<VisibilityChoice, () => string> = {
  PRIVATE: () => m.write_choice_private(),
  DEPARTMENT: () => m.write_choice_department(),
  COMPANY: () => m.write_choice_company(),
  COMPANIES: () => m.write_choice_companies(),
  GROUP: () => m.write_choice_group(),
  PUBLIC: () => m.write_choice_public(),
};

export function choiceName(choice: VisibilityChoice): string {
  return names[choice]();
}

export function languageName(language: string): string {
  return language === 'en' ? 'English' : 'Deutsch';
}
