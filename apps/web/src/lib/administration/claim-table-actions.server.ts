// SPDX-License-Identifier: EUPL-1.2
import { type ActionFailure, error, fail, type RequestEvent } from '@sveltejs/kit';
import type { FieldError } from '#lib/format/field-error.ts';
import type { ClaimTableInput } from '#lib/gql/graphql.ts';
import { api } from '#lib/server/api.ts';
import { ClaimTablePage, PreviewClaimTable, SaveClaimTable } from '#lib/server/documents/claim-table.ts';
import { type Line, linesOf, rowsOf, rowsOfForm, withOthers } from './claim-rows.ts';
import type { Saved, Typed } from './claim-table.ts';

type Event = RequestEvent<{ slug: string }>;

interface Sent {
  typed: Typed;
  lines: Line[];
  input: ClaimTableInput;
}

export async function addRow(event: Event): Promise<Typed> {
  return (await sent(event)).typed;
}

export async function previewTable(event: Event): Promise<Typed | ActionFailure<Typed>> {
  const { typed, lines, input } = await sent(event);
  const { claimTablePreview: preview } = await api(event).query(PreviewClaimTable, { input });
  if (!preview) error(404, { message: 'not found' });
  if (preview.__typename === 'InvalidInput') return fail<Typed>(422, { ...typed, errors: atRows(preview.fields, lines) });
  return { ...typed, preview };
}

export async function saveTable(event: Event): Promise<Typed | Saved | ActionFailure<Typed>> {
  const { typed, lines, input } = await sent(event);
  const { claimTable: before } = await api(event).query(ClaimTablePage, { company: input.company });
  const { saveClaimTable: answer } = await api(event).query(SaveClaimTable, { input });
  switch (answer.__typename) {
    case 'ClaimTableSaved': {
      const rows = rowsOf({ rules: before?.rules ?? [], seen: [] });
      return { saved: true, changed: answer.changed, before: rows, basedOn: answer.table.version };
    }
    case 'ClaimTableMoved': {
      const { theirs } = answer;
      return fail<Typed>(409, { ...typed, theirs, basedOn: theirs.version, rows: withOthers(typed.rows, theirs) });
    }
    case 'InvalidInput':
      return fail<Typed>(422, { ...typed, errors: atRows(answer.fields, lines) });
  }
}

async function sent(event: Event): Promise<Sent> {
  const form = await event.request.formData();
  const basedOn = String(form.get('basedOn') ?? '');
  const rows = rowsOfForm(form).filter(({ value, means }) => value !== '' || means !== 'name');
  const lines = linesOf(rows);
  return {
    typed: { saved: false, rows, basedOn, preview: null, errors: [], theirs: null },
    lines,
    input: { company: event.params.slug, basedOn, rules: lines.map(({ rule }) => rule) },
  };
}

/** `rules.3.value` of the table is `1.value` of the form when the fourth line comes from its second row. */
function atRows(fields: readonly FieldError[], lines: readonly Line[]): FieldError[] {
  return fields.map((fault) => {
    const [, line, ...field] = fault.path;
    const from = line === undefined ? undefined : lines[Number(line)];
    return from ? { ...fault, path: [String(from.row), ...field] } : fault;
  });
}
