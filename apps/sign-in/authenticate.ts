// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { Directory } from './directory.js';
import { subjectOf } from './identifiers.js';
import { endSession } from './logout.js';
import { choosePage, faultPage, type Frame } from './page.js';
import type { ExamplePerson } from './people.js';
import { hintParameter } from './realm.js';
import { readForm, sendPage } from './respond.js';
import { chooseLanguage } from './words.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

interface Context {
  provider: Provider;
  directory: Directory;
  frame: (request: IncomingMessage, asked?: string | null) => Frame;
}

/** The page on which one chooses who to be; a `login_hint` has chosen already. */
export async function authenticate(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const interaction = await find(request, response, context.provider);
  if (!interaction) return sendPage(response, 400, faultPage(context.frame(request), 'expired'));
  const posted = request.method === 'POST';
  const hint = posted ? (await readForm(request)).get('username') : interaction.params['login_hint'];
  const company = context.directory.companyOf(interaction.params[hintParameter]);
  const people = context.directory.people.filter(
    (one) => !context.directory.isDismissed(one) && (!company || one.company?.slug === company),
  );
  const person = context.directory.hinted(hint);
  if (person && people.includes(person)) return finish(request, response, context.provider, interaction, person);
  const unknown = typeof hint === 'string' && hint !== '';
  const page = choosePage(frameFor(request, context, interaction), people, unknown ? 'unknown-person' : null);
  return sendPage(response, posted ? 422 : 200, page);
}

/** Undefined when it took too long, was finished in another tab, or this server was started anew. */
async function find(request: IncomingMessage, response: ServerResponse, provider: Provider): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

function frameFor(request: IncomingMessage, { frame }: Context, { params }: Interaction): Frame {
  const chosen = new URL(request.url ?? '/', 'http://localhost').searchParams.get('lang');
  const asked = chosen ?? (typeof params['ui_locales'] === 'string' ? params['ui_locales'] : null);
  return frame(request, chooseLanguage(asked, request.headers['accept-language']));
}

/**
 * When somebody else is signed in here, their session ends first. oidc-provider would do that too, on a page that needs JavaScript.
 */
async function finish(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  interaction: Interaction,
  person: ExamplePerson,
): Promise<void> {
  const accountId = subjectOf(person.username);
  const { session } = interaction;
  if (session && session.accountId !== accountId) {
    const previous = await provider.Session.findByUid(session.uid);
    if (previous) await endSession(provider, previous);
    interaction.session = undefined;
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
  }
  await provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false });
}
