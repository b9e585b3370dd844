// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { fail, isHttpError } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { ReportBarrier } from '#lib/server/documents/organisation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ request, url }) => ({
  /** Made with the form, so that the same form sent twice is one report. */
  reportId: randomUUID(),
  from: pageBefore(request.headers.get('referer'), url),
});

interface Typed {
  id: string;
  page: string;
  message: string;
  replyTo: string;
}

export const actions: Actions = {
  default: async (event) => {
    const typed = read(await event.request.formData());
    try {
      const { reportBarrier } = await api(event).query(ReportBarrier, { input: { ...typed, replyTo: typed.replyTo || null } });
      if (reportBarrier.__typename === 'BarrierReported') return { sent: true as const };
      return fail(422, { typed, errors: reportBarrier.fields });
    } catch (cause) {
      if (!isHttpError(cause)) throw cause;
      return fail(cause.status, { typed, errors: [] });
    }
  },
};

function read(form: FormData): Typed {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  return { id: text('id'), page: text('page'), message: text('message'), replyTo: text('replyTo') };
}

/** Whoever comes from one of our pages probably means that one. */
function pageBefore(referer: string | null, here: URL): string {
  if (!referer || !URL.canParse(referer)) return '';
  const before = new URL(referer);
  return before.origin === here.origin && before.pathname !== here.pathname ? before.pathname : '';
}
