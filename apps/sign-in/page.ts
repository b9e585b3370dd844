// SPDX-License-Identifier: EUPL-1.2
import { html, type Markup } from './html.js';
import { organizationsOf } from './page.organizations.js';
import { recommended, type ExamplePerson } from './people.js';
import { words, type Language, type Words } from './words.js';

export interface Frame {
  language: Language;
  cityName: string;
  /** The web app, for the way back. */
  origin: string;
  /** The same page in the other language. */
  otherLanguage: string;
}

export function choosePage(frame: Frame, people: readonly ExamplePerson[], notice: 'unknown-person' | null = null): string {
  const say = words[frame.language];
  const first = recommended.flatMap((username) => people.filter((person) => person.username === username));
  return page(
    frame,
    say.title,
    html`<form method="post">
      <div class="intro">
        <h1>${say.title}</h1>
        ${notice && html`<p class="notice" role="alert">${say.faults[notice].title}. ${say.faults[notice].lead}</p>`}
        <p>${say.lead}</p>
        <p class="muted">${say.note}</p>
      </div>
      <section aria-labelledby="recommended">
        <h2 id="recommended">${say.recommended}</h2>
        <p class="muted">${say.recommendedLead}</p>
        <ul class="recommended">
          ${first.map((person) => html`<li>${personButton(person, recommendation(person, frame.language, say))}</li>`)}
        </ul>
      </section>
      <section aria-labelledby="everybody">
        <h2 id="everybody">${say.everybody}</h2>
        <p class="muted">${say.everybodyLead}</p>
        <div class="companies">${organizationsOf(people, say, frame.language).map((group) => groupList(group, say))}</div>
      </section>
    </form>`,
  );
}

function recommendation({ username, company }: ExamplePerson, language: Language, say: Words): Markup {
  return html`<span class="company">${company?.name[language] ?? say.guest}</span><span class="line">${say.reasons[username] ?? ''}</span>`;
}

function groupList({ name, people }: { name: string; people: readonly ExamplePerson[] }, say: Words): Markup {
  return html`<section class="group">
    <h3>${name}</h3>
    <ul>
      ${people.map((person) => html`<li>${personButton(person, html`<span class="line">${roleWords(person, say)}</span>`)}</li>`)}
    </ul>
  </section>`;
}

function personButton({ username, name }: ExamplePerson, about: Markup): Markup {
  return html`<button name="username" value="${username}"><span class="name">${name}</span>${about}</button>`;
}

function roleWords({ jobTitle, roles, groupRoles }: ExamplePerson, say: Words): string {
  const more = roles.filter((role) => role !== 'employee');
  const shown = more.length || groupRoles.length || !roles.length ? more : roles;
  return [jobTitle, ...[...groupRoles, ...shown].map((role) => say.roles[role])].join(' · ');
}

export function faultPage(frame: Frame, fault: keyof Words['faults']): string {
  const say = words[frame.language];
  const { title, lead } = say.faults[fault];
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${lead}</p>
      <p><a class="primary" href="${frame.origin}/">${say.back}</a></p>`,
  );
}

export function signOutPage(frame: Frame): string {
  const say = words[frame.language];
  const { title, lead, button } = say.signOut;
  return page(
    frame,
    title,
    html`<form method="post">
      <h1>${title}</h1>
      <p>${lead}</p>
      <p><button class="primary" name="confirmed" value="1">${button}</button></p>
    </form>`,
  );
}

function page(frame: Frame, title: string, main: Markup): string {
  const { language, cityName, origin } = frame;
  const say = words[language];
  const other = language === 'de' ? 'en' : 'de';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${cityName} · ${say.product}</title>
        <link rel="stylesheet" href="/assets/sign-in.css" />
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
      </head>
      <body>
        <header>
          <a class="mark" href="${origin}/">
            <img src="/assets/mark.svg" alt="" width="32" height="32" /><b>${cityName}</b><span>${say.product}</span>
          </a>
          <a class="language" href="${frame.otherLanguage}" lang="${other}" hreflang="${other}">${say.otherLanguage}</a>
        </header>
        <main>${main}</main>
      </body>
    </html>`.text;
}
