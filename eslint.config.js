import boundaries from 'eslint-plugin-boundaries';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom; the same table as in docs/architecture.md. Every other import is forbidden:
 * core imports nothing of ours, and an emulator knows nothing of ours.
 */
const mayImport = {
  elements: ['core'],
  'host-contract': ['core'],
  host: ['core'],
  shell: ['host', 'elements', 'core'],
  // Generates from the widgets' declarations.
  tooling: ['elements', 'core'],
  example: ['example', 'shell', 'host', 'emulator', 'elements', 'core', 'tooling'],
};

/** A layer is one or several packages; what is in one package may always import itself. */
const layers = [
  { type: 'core', pattern: 'shared/core' },
  { type: 'elements', pattern: 'shared/elements' },
  { type: 'host-contract', pattern: 'shared/host-contract' },
  { type: 'tooling', pattern: 'shared/tooling' },
  { type: 'host', pattern: 'packages/*-host' },
  { type: 'shell', pattern: 'packages/*-{webparts,app}' },
  { type: 'emulator', pattern: 'packages/*-emulator' },
  { type: 'example', pattern: 'examples/*' },
];

/** A host proves itself by the contract over an emulator, and some tests drive a browser. */
const provenOver = ['host-contract', 'emulator', 'tooling'];
const testsMayImport = { to: { element: { types: { anyOf: provenOver } } } };

/** Inside core and elements: a folder, what it may not import, and why; tests may. */
const insidePackages = [
  {
    folder: 'shared/core/kernel',
    regex: '^\\.\\./',
    message: 'The kernel knows no domain.',
  },
  {
    // Every folder that is not named here is a domain, those to come as well.
    folder: 'shared/core/!(kernel|ordered-store|testing|dist|node_modules)',
    regex: '^\\.\\./[^/]*$',
    message: 'A domain builds on the kernel and on other domains, not on what holds them together.',
  },
  {
    folder: 'shared/elements/kit',
    regex: '^\\.\\./(?!locale/)',
    message: 'The kit knows neither parts nor widgets.',
  },
  {
    folder: 'shared/elements/parts',
    regex: '^\\.\\./\\.\\./(?!kit/|locale/)',
    message: 'Parts are drawn by widgets, and know none.',
  },
  {
    folder: 'shared/elements/!(kit|parts|registry|locale|testing|dist|node_modules)',
    regex: '^\\.\\./(?!kit/|parts/|registry/|locale/|testing/)[^/]+/',
    message: 'A widget knows no other; what they share is a part.',
  },
];

/** Core and elements go through the door: what owners may do with the rows of others is for hosts alone. */
const ownersAlone = {
  regex: '(^|/)upkeep(\\.ts)?$',
  message: 'No operation and no widget reaches the rows of others.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.tools/**',
      'packages/confluence-app/app/**',
      'shared/elements/locale/generated/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers read well in a template; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A handler may end with the one call that it is about.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Ports are plain objects of functions; they are taken apart on purpose.
      '@typescript-eslint/unbound-method': 'off',
      // A driver without waiting still keeps a port's promise.
      '@typescript-eslint/require-await': 'off',
      // An assertion to the type says more than an exclamation mark, which is forbidden.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Said at the call, a type is checked against what the driver promises; both ways are fine.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // A name for the type that a caller expects back.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false, properties: false } },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': layers,
      'boundaries/files': [
        { category: 'test', pattern: ['**/*.test.ts', '**/testing/**/*.ts'] },
        { category: 'build', pattern: ['**/build/**/*.ts'] },
      ],
      'import/resolver': {
        typescript: { conditionNames: ['@kantine/source', 'import', 'default'] },
      },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkUnknownLocals: false,
          policies: [
            ...Object.entries(mayImport).map(([type, anyOf]) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf } } } },
            })),
            { from: { file: { categories: 'test' } }, allow: testsMayImport },
            // The scripts that build a package are no part of it.
            {
              from: { file: { categories: 'build' } },
              allow: { to: { element: { type: 'tooling' } } },
            },
          ],
        },
      ],
    },
  },
  ...insidePackages.map(({ folder, regex, message }) => ({
    files: [`${folder}/**/*.ts`],
    // A widget that contains another registers its tag.
    ignores: ['**/*.test.ts', '**/define.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex, message, allowTypeImports: false }, ownersAlone] },
      ],
    },
  })),
  {
    files: ['shared/elements/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
  },
);
