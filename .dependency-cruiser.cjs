// The rules of the house (docs/architecture.md), as far as imports can break them.
// tests/architecture plants a violation of each, so that none can pass for want of looking.
const MODULE = '^src/modules/([^/]+)/';

module.exports = {
  forbidden: [
    {
      name: 'modules-meet-through-index',
      comment: 'Another module is known by its index.ts alone.',
      severity: 'error',
      from: { path: MODULE },
      to: {
        path: '^src/modules/',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'modules-meet-as-types',
      comment: 'app.ts hands over the real object; modules import types of each other only.',
      severity: 'error',
      from: { path: MODULE },
      to: {
        path: '^src/modules/',
        pathNot: '^src/modules/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'app-imports-index',
      comment: 'Outside the modules, too, index.ts is the door.',
      severity: 'error',
      from: { path: '^(src/(app|server|config)\\.ts|scripts/|prisma/)' },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-stands-alone',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules/|app\\.ts|server\\.ts|config\\.ts)' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules and states import rules, states, errors, money and time.',
      severity: 'error',
      from: { path: '\\.(rules|states)\\.ts$' },
      to: {
        pathNot:
          '(\\.(rules|states|errors)\\.ts|^src/platform/(errors|money|time|wall-clock)\\.ts)$',
      },
    },
    {
      name: 'prisma-in-data-only',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.data\\.ts$', '^src/platform/db\\.ts$', '^src/generated/'],
      },
      to: { path: ['^src/generated/', '@prisma/client', '@prisma/adapter-pg'] },
    },
    {
      name: 'data-behind-service',
      comment: 'A data file is imported by its own services, presenters (types) and index alone.',
      severity: 'error',
      from: { pathNot: '(\\.(service|data)\\.ts|/index\\.ts)$' },
      to: { path: '\\.data\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-data-in-handlers',
      severity: 'error',
      from: { path: '\\.(api|pages)\\.ts$' },
      to: { path: '\\.data\\.ts$' },
    },
    {
      name: 'express-at-the-edge',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.(api|pages)\\.ts$', '/index\\.ts$', '^src/app\\.ts$', '^src/platform/http/'],
      },
      to: { path: 'node_modules/(@types/)?express/' },
    },
    {
      name: 'src-without-tests',
      severity: 'error',
      from: { path: '^(src|prisma|scripts)/' },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
