// SPDX-License-Identifier: EUPL-1.2
/**
 * Which folder may import which (docs/architecture.md, "The house"). `npm run boundaries` checks it; the comment of a rule says what to do instead.
 */

const spine = 'entries|conversation|attachments|taxonomy|relations';
/** Below every feature; whatever else lies in libs is one. */
const below = `platform|organisation|${spine}`;

/** Tests beside the code, and what they share. */
const specs = '[.]spec[.]ts$|^apps/web/test/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** What stands below may not know what stands above it. */
const layers = [
  rule(
    'libs-know-no-app',
    'A library serves any process: move what both need into it, or hand it in.',
    { path: '^libs/' },
    { path: '^apps/' },
  ),
  rule(
    'apps-know-no-other-app',
    'Processes meet over the wire: share code through a library.',
    { path: '^apps/([^/]+)/', pathNot: specs },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  rule(
    'platform-knows-no-feature',
    'The platform is below everything: let the feature register itself through a provider.',
    { path: '^libs/platform/' },
    { path: '^libs/', pathNot: '^libs/platform/' },
  ),
  rule(
    'organisation-knows-only-platform',
    'Companies and people are below the spine: what they need from above comes through a provider.',
    { path: '^libs/organisation/' },
    { path: '^libs/', pathNot: '^libs/(organisation|platform)/' },
  ),
  rule(
    'entries-know-nothing-that-hangs-on-them',
    'Relations, files and conversation hang on an entry, not the other way round; only its topics are part of it.',
    { path: '^libs/entries/' },
    { path: '^libs/', pathNot: '^libs/(entries|organisation|platform|taxonomy)/' },
  ),
  rule(
    'spine-knows-no-feature',
    'Nobody switches over kinds: a kind registers itself with the spine through a provider.',
    { path: `^libs/(${spine})/` },
    { path: '^libs/', pathNot: `^libs/(${below})/` },
  ),
];

/** How neighbours meet. */
const neighbours = [
  rule(
    'foreign-resolvers-inputs-and-jobs-are-private',
    "Another feature's resolver, input and jobs are its own affair: use its service or its entity.",
    { path: '^libs/([^/]+)/' },
    { path: '^libs/[^/]+/.*[.](resolver|input|jobs)[.]ts$', pathNot: '^libs/($1|platform)/' },
  ),
  rule(
    'features-meet-at-service-or-entity',
    'A feature offers others its service, its entity, the port it asks others to fill, and its module.',
    { path: '^libs/([^/]+)/', pathNot: `^libs/(${below})/` },
    { path: '^libs/', pathNot: ['^libs/$1/', `^libs/(${below})/`, '[.](service|entity|port|module)[.]ts$'] },
  ),
  rule(
    'input-checks-are-pure',
    'The web checks the same input in its own process: *.input.ts may import the schema library, other inputs and what is pure in platform, nothing else.',
    { path: '^libs/.*[.]input[.]ts$' },
    { pathNot: ['[.]input[.]ts$', '^libs/platform/(text/|time/day[.]ts$)', '(^|/)node_modules/valibot/'] },
  ),
  rule(
    'web-sees-inputs-only',
    'The web knows the hub through its schema; of libs it may import *.input.ts.',
    { path: '^apps/web/' },
    { path: '^libs/', pathNot: '[.]input[.]ts$' },
  ),
  rule('no-cycles', 'Two files that need each other are one, or three.', {}, { circular: true }),
];

/** Packages that only one place may touch, so that they can be replaced there. */
const packages = [
  rule(
    'keycloak-connect-behind-its-port',
    'Deprecated upstream, so it stays behind TokenVerifier (docs/decisions).',
    { pathNot: '^libs/platform/access/' },
    { path: '(^|/)node_modules/keycloak-connect/' },
  ),
  rule(
    'tokens-in-few-hands',
    'Who may read a token is decided in libs/platform/access; sign-in issues them, the web renews them, tests forge them.',
    { pathNot: ['^(libs/platform/access|apps/sign-in|apps/web/src/lib/server/oidc|test)/', specs] },
    { path: '(^|/)node_modules/jose/' },
  ),
  rule(
    'web-touches-only-its-sessions',
    'The web has one table of its own; everything else comes through the schema.',
    { path: '^apps/web/', pathNot: '^apps/web/src/lib/server/session/' },
    { path: '(^|/)node_modules/(pg|pg-boss|kysely|@mikro-orm)/' },
  ),
  rule(
    'no-development-package-in-production',
    'A production install leaves devDependencies out: move the package to dependencies.',
    { path: '^(apps|libs)/', pathNot: [specs, '[.]config[.](ts|js)$'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
  ),
  rule(
    'everything-resolves',
    'The file or package does not exist, or package.json does not name it. What SvelteKit makes up is checked by svelte-check.',
    {},
    { couldNotResolve: true, pathNot: ['^[$]app/', '[$]types$', '^virtual:'] },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...layers, ...neighbours, ...packages],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^apps/[^/]+/(dist|build|[.]svelte-kit)/', '^apps/web/src/lib/(paraglide|gql)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    // The web calls libs `@libs` (apps/web/vite.config.ts).
    webpackConfig: { fileName: 'tools/web-alias.js' },
    // `#platform/access/viewer.js` is libs/platform/access/viewer.ts under the condition "source" (package.json, "imports").
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'svelte', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.json', '.d.ts'],
    },
  },
};
