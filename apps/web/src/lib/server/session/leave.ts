// SPDX-License-Identifier: EUPL-1.2

/**
 * Leads the browser to the provider by a page instead of a redirect. `form-action 'self'` binds every redirect that follows a form, and where
 * the provider sends people on to (the sign-in of each company) no policy can list; what a page refreshes to is a new beginning.
 */
export function leaveBy(url: URL): Response {
  const address = url.href.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><title>${url.host}</title><a href="${address}">${url.host}</a>`;
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    },
  });
}

/** Notes on a redirect to the sign-in that it answers a form, so that the sign-in leaves by a page. */
export function markAsForm(request: Request, response: Response): Response {
  const location = response.headers.get('location');
  if (request.method !== 'POST' || !location?.startsWith('/auth/sign-in')) return response;
  response.headers.set('location', `${location}${location.includes('?') ? '&' : '?'}form=1`);
  return response;
}
