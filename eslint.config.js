// SPDX-License-Identifier: EUPL-1.2
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { spdxHeader } from './tools/eslint/spdx-header.js';

const generated = ['apps/web/src/lib/gql/**', 'apps/web/src/lib/paraglide/**'];
const built = [
  '**/dist/**',
  '**/build/**',
  '**/.svelte-kit/**',
  '.data/**',
  'coverage/**',
  'test-results/**',
  'playwright-report/**',
  'reports/**',
];
const tests = ['test/**/*.ts', '**/*.spec.ts'];

/** Mild on purpose: they catch what has grown out of hand, not what is merely long. Style beyond them is for review (CONTRIBUTING.md). */
const size = {
  complexity: ['error', 16],
  'max-depth': ['error', 3],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-nested-callbacks': ['error', 4],
  'max-params': ['error', 5],
};

const typed = {
  // Nest modules and marker classes hold nothing but their decorator.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  // `${number}` and `${boolean}` print what everybody expects.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // A class that Nest injects must be imported as a value: `import type` compiles and fails at start (STACK: NestJS 12).
  '@typescript-eslint/consistent-type-imports': 'off',
  // `return void-function()` is how one leaves early.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // `() => void work()` says that nobody waits for what comes out.
  '@typescript-eslint/no-meaningless-void-operator': 'off',
  // What was caught may be handed on as it came.
  '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
  '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false }],
  // Nest and Apollo type their options as classes and take plain objects.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // An interface may ask for a promise that this implementation does not need.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/explicit-module-boundary-types': ['error', { allowArgumentsExplicitlyTypedAsAny: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default defineConfig(
  { ignores: [...generated, ...built] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    name: 'konzern-stadt/all',
    extends: [js.configs.recommended],
    plugins: { 'konzern-stadt': { rules: { 'spdx-header': spdxHeader } } },
    languageOptions: { globals: globals.node },
    rules: {
      'konzern-stadt/spdx-header': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-implicit-coercion': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      ...size,
    },
  },

  {
    name: 'konzern-stadt/typescript',
    files: ['apps/{api,worker,sign-in,local,realm}/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts', 'tools/**/*.ts', '*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },

  {
    name: 'konzern-stadt/libs',
    files: ['libs/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'konzern-stadt/typed-elsewhere',
    files: ['libs/**/*.{resolver,reads,input}.ts'],
    // The contract, the statement and the schema library say what comes out.
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },

  {
    name: 'konzern-stadt/web',
    files: ['apps/web/**/*.ts', 'apps/web/**/*.svelte'],
    extends: [ts.configs.strict, svelte.configs.recommended],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': typed['@typescript-eslint/no-unused-vars'],
      'no-console': 'error',
    },
  },
  {
    name: 'konzern-stadt/svelte',
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // Markup is not a function body; the size of a component is judged by its file.
      'max-lines-per-function': 'off',
      // The compiler and svelte-check know the names that a component may use.
      'no-undef': 'off',
      // The hub lives at the root of its address and is never moved below a path.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteElement[kind="html"] > SvelteStartTag > SvelteSpreadAttribute',
          message: 'Name the attributes: spreading them on an element brings 2 KB of Svelte to every page.',
        },
      ],
    },
  },

  {
    name: 'konzern-stadt/tests',
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Matchers, parsed answers and forged input are `any`; what comes of them is what the test says.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      // `describe` wraps everything below it.
      'max-lines-per-function': 'off',
      'max-nested-callbacks': ['error', 6],
    },
  },
);
