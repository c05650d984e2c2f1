import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const currentTime = 'The current time comes from platform/clock.ts alone.';
const newDate = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: currentTime,
};
const guarded = 'A handler belongs into a route or a guardedRouter, which say who may call it.';
const unguarded = [
  "ImportDeclaration[source.value='express'] > ImportSpecifier[imported.name='Router']",
  "CallExpression[callee.name='express']",
  "CallExpression[callee.property.name='use'] > :function",
].map((selector) => ({ selector, message: guarded }));

export default tseslint.config(
  { ignores: ['docs/api/', 'dist/', 'coverage/', 'src/generated/', 'node_modules/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: './tests/tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
        // Under CI=true the parser would read files from disk only, never text that a test plants.
        disallowAutomaticSingleRunInference: true,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read by config.ts alone.' },
        { object: 'Date', property: 'now', message: currentTime },
        { object: 'Temporal', property: 'Now', message: currentTime },
      ],
      'no-restricted-syntax': ['error', newDate, ...unguarded],
    },
  },
  {
    files: ['src/**/*.ts', 'scripts/**', 'prisma/**/*.ts', 'public/js/**/*.js'],
    rules: {
      'max-lines': ['error', 200],
      'max-lines-per-function': ['error', 80],
      'max-params': ['error', 4],
    },
  },
  {
    files: ['src/config.ts', 'src/platform/clock.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/platform/http/auth/guarded-router.ts', 'src/platform/http/server/http-app.ts'],
    rules: { 'no-restricted-syntax': ['error', newDate] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // supertest's bodies are of no type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.mjs', '*.js', '*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
      },
    },
  },
  {
    files: ['public/**/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        window: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        CSS: 'readonly',
        DOMParser: 'readonly',
        AbortController: 'readonly',
        Event: 'readonly',
        EventSource: 'readonly',
        fetch: 'readonly',
        Intl: 'readonly',
        navigator: 'readonly',
        FormData: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
);
