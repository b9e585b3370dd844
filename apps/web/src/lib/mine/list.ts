// SPDX-License-Identifier: EUPL-1.2
import type { EntryState, MyEntriesFilter, MyEntriesScope } from '#lib/gql/graphql.ts';

/** Which of one's entries the address asks for. */
export interface MyList {
  scope: MyEntriesScope;
  /** Undefined for all that is not in the bin. */
  state: EntryState | undefined;
  after: string | undefined;
}

/** In the words of the address. */
const SCOPES = new Map<string, MyEntriesScope>([
  ['organisation', 'COMPANY'],
  ['ohne-ansprechperson', 'WITHOUT_RESPONSIBLE'],
]);
const STATES = new Map<string, EntryState>([
  ['entwurf', 'DRAFT'],
  ['veroeffentlicht', 'PUBLISHED'],
  ['archiviert', 'ARCHIVED'],
  ['papierkorb', 'TRASHED'],
]);

export function myListOf(parameters: URLSearchParams): MyList {
  return {
    scope: SCOPES.get(parameters.get('von') ?? '') ?? 'OWN',
    state: STATES.get(parameters.get('stand') ?? ''),
    after: parameters.get('nach') ?? undefined,
  };
}

export function myListAddress({ scope, state, after }: Partial<MyList>): string {
  const parameters = new URLSearchParams();
  const [from] = [...SCOPES].find(([, each]) => each === scope) ?? [];
  const [stage] = [...STATES].find(([, each]) => each === state) ?? [];
  if (from) parameters.set('von', from);
  if (stage) parameters.set('stand', stage);
  if (after) parameters.set('nach', after);
  return parameters.size ? `/meine-beitraege?${parameters}` : '/meine-beitraege';
}

export function filterOf({ scope, state }: MyList): MyEntriesFilter {
  return { scope, states: state ? [state] : ['DRAFT', 'PUBLISHED', 'ARCHIVED'] };
}
