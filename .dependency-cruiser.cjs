// The rules of docs/architecture.md that imports can break.
// tests/architecture plants a violation of each, to prove that the rule finds it.
const FOLDER_ORDER = require('./.folder-order.cjs');

const MODULE = '^src/modules/([^/]+)/';

/** Matches each of some files or folders in a folder, and whatever lies inside of them. */
const inside = (folder, names) => `^${folder}/(${names.join('|').replaceAll('.', '\\.')})(/|$)`;

/** One rule for each layer of each folder: imports stay inside their child or go to lower layers. */
const folderOrder = Object.entries(FOLDER_ORDER).flatMap(([folder, layers]) =>
  layers.map((names, layer) => ({
    name: 'folder-order',
    comment: `In ${folder}, ${names.join(', ')} may import only from what stands before in .folder-order.cjs.`,
    severity: 'error',
    from: { path: inside(folder, names) },
    to: {
      path: `^${folder}/`,
      pathNot: [`^${folder}/$1(/|$)`, '^src/generated/', ...lower(folder, layers.slice(0, layer))],
    },
  })),
);

function lower(folder, layers) {
  return layers.length === 0 ? [] : [inside(folder, layers.flat())];
}

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
      comment:
        'The file that wires them hands over the real object; modules import types of each other only.',
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
      comment: 'Outside the modules, too, index.ts is the only entry point.',
      severity: 'error',
      from: { path: '^(src/(app|modules|server|config)\\.ts|scripts/|prisma/)' },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Types count: a circle of them is as hard to read and to take apart.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-cycles',
      comment: 'Folders that need each other are one folder, or hide a third.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    ...folderOrder,
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
          '(\\.(rules|states|errors)\\.ts|^src/platform/(errors|money|time/(instants|units|wall-clock))\\.ts)$',
      },
    },
    {
      name: 'prisma-in-data-only',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '\\.data\\.ts$',
          '^src/platform/database/(client|errors|handles|questions|transactions)\\.ts$',
          '^src/generated/',
        ],
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
      comment: 'Everywhere else a route is a value, which does not compile without its access.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/http/' },
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
