import { defineConfig } from 'eslint/config';
import jsdoc from 'eslint-plugin-jsdoc';
import tsdoc from 'eslint-plugin-tsdoc';
import tseslint from 'typescript-eslint';

const IMPURE = [
  { object: 'Math', property: 'random', message: 'Take a seeded generator as an argument.' },
  { object: 'Date', property: 'now', message: 'Take the moment as an argument (asOf).' },
  { property: 'localeCompare', message: 'Compare by code units, so that every machine sorts alike.' },
];

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'site/**',
      'coverage/**',
      'reports/**',
      '.stryker-tmp/**',
      'test/bench/node_modules/**',
      // Projects of their own, built by `npm run recipes`.
      'examples/recipes/**',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { tsdoc },
    rules: {
      'tsdoc/syntax': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Messages name the number they received.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // TypeScript cannot know that an index is in range; the kernels do.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // There are no enums here, and this rule takes `keyof Row` for one.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Loops over typed arrays need the index.
      '@typescript-eslint/prefer-for-of': 'off',
      // A type parameter that ties a row to its field is used once and still says something.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      // Arguments also come from JavaScript, where the types promise nothing.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A type argument that equals the default may still tell the reader which metric it is.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      'no-param-reassign': 'error',
      'no-restricted-properties': ['error', ...IMPURE],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date']",
          message: 'Work with civil dates and take asOf as an argument.',
        },
        { selector: 'ClassDeclaration, ClassExpression', message: 'Plain records and functions, no classes.' },
        { selector: 'TSEnumDeclaration', message: 'A union of literals, no enum.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      'no-restricted-globals': ['error', 'process', 'globalThis', 'performance', 'window', 'self', 'crypto'],
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // What is public is documented in full, with an example: test/architecture/completeness.test.ts knows what is
      // public and asks for it. These rules keep every comment true, of parts that files share among themselves too.
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'TSPropertySignature',
            'TSMethodSignature',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
      'jsdoc/require-description': ['error', { contexts: ['FunctionDeclaration', 'TSInterfaceDeclaration'] }],
      'jsdoc/require-param-description': 'error',
      'jsdoc/require-returns-check': 'error',
      'jsdoc/require-returns-description': 'error',
      'jsdoc/no-types': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'examples/**/*.ts', '*.ts'],
    rules: {
      // Fixtures and compilers hand out `any`; a test that reads it wrongly fails.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
  },
);
