// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from '@playwright/test';

/** As a server calls: no browser, no cookie, no `Origin`. */
async function tell(baseURL: string | undefined, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${baseURL}/schnittstelle/austritte`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}

const people = JSON.stringify({ people: ['niemand@wohnbau.example'] });

test('a system without the company’s token is told what is missing, and learns nothing', async ({ baseURL }) => {
  const without = await tell(baseURL, people);
  expect(without).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
  expect(without.headers.get('www-authenticate')).toBe('Bearer');
  const wrong = await tell(baseURL, people, { authorization: 'Bearer ks_offboarding_none' });
  expect(wrong).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
  expect(wrong.headers.get('cache-control')).toBe('no-store');
});

for (const body of ['', 'no json', '[]', '{"people": "one"}', '{"people": [1]}', 'null']) {
  test(`says what to send instead of ${body || 'nothing'}`, async ({ baseURL }) => {
    const answer = await tell(baseURL, body, { authorization: 'Bearer ks_offboarding_none' });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });
}
