// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';
import type { EntryKind } from '#lib/gql/graphql.ts';
import { isKind } from '#lib/kinds/forms.ts';
import { uuid } from '#lib/server/uuid.ts';
import type { ChosenPerson } from './editor.ts';
import { type Values, valuesOfForm } from './values.ts';

/** One form as it came in. */
export interface Sent {
  entryId: string;
  kind: EntryKind;
  /** Number of the revision the text began with; 0 for one that was never saved. */
  base: number;
  values: Values;
  /** Names of the co-authors, so that the form can come back when nobody can be asked. */
  people: ChosenPerson[];
  form: FormData;
}

/** @throws HttpError 400 for what no form of ours sends */
export async function readSent(request: Request): Promise<Sent> {
  const form = await request.formData();
  const kind = form.get('kind');
  const base = Number(form.get('base'));
  if (!isKind(kind) || !Number.isInteger(base) || base < 0) error(400, { message: 'no form of ours' });
  const values = valuesOfForm(form);
  const people = values.coAuthors.map((id) => ({ id, name: String(form.get(`person.${id}`) ?? '') }));
  return { entryId: uuid(String(form.get('entryId'))), kind, base, values, people, form };
}
