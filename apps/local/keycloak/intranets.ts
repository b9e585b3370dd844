// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export interface Intranet {
  company: string;
  /** Whom to try, and with which name. */
  people: readonly { name: string; username: string; why: string }[];
  links: readonly { label: string; href: string }[];
}

const security = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A page that looks like the intranets of companies, with the link each would have; for trying out, on this machine alone. */
export async function serveIntranets(port: number, intranets: readonly Intranet[], password: string): Promise<Server> {
  const body = page(intranets, password);
  const server = createServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(404).end();
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': security, 'cache-control': 'no-store' };
    return void response.writeHead(200, headers).end(body);
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return server;
}

function page(intranets: readonly Intranet[], password: string): string {
  return `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Intranets zum Ausprobieren</title><style>${style}</style>
<main><h1>Intranets zum Ausprobieren</h1>
<p>So sieht der Weg in Konzern Stadt aus: ein Link im Intranet der eigenen Organisation. Beim ersten Mal fragt deren eigene Anmeldung nach Name
und Passwort, danach nicht mehr. Das Passwort ist für alle <kbd>${escape(password)}</kbd>. Alle Personen sind erfunden.</p>
<div class="intranets">${intranets.map(section).join('')}</div></main></html>`;
}

function section({ company, people, links }: Intranet): string {
  const rows = people.map(({ name, username, why }) => `<li><b>${escape(name)}</b>, <kbd>${escape(username)}</kbd>: ${escape(why)}</li>`);
  const anchors = links.map(({ label, href }) => `<li><a href="${escape(href)}">${escape(label)}</a></li>`);
  return `<section><h2>Intranet ${escape(company)}</h2><ul>${anchors.join('')}</ul><h3>Wer sich anmelden kann</h3><ul>${rows.join('')}</ul></section>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{margin:0}
main{max-width:64rem;padding:2rem 1rem;margin:auto}h1{font-size:1.75rem;line-height:1.2}a{font-weight:600}
.intranets{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:2rem}
section{border-top:4px solid #2044aa;padding-top:.5rem}h2{font-size:1.25rem;margin:.5rem 0}h3{font-size:1rem;margin:1rem 0 0}
ul{padding-left:1.25rem;overflow-wrap:anywhere}li{margin:.25rem 0}kbd{font:inherit;background:light-dark(#f3f4f7,#1d2034);padding:0 .25rem}`;
