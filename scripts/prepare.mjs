// Brings node_modules, the generated Prisma client and dist/ up to date; what is so already costs
// no more than reading the sources. Nothing but Node itself is needed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** Installs, generates and builds whatever is missing or out of date; ends the process if it cannot. */
export function prepare() {
  install();
  step('src/generated', ['prisma/schema', 'prisma.config.ts', 'package-lock.json'], () =>
    run(process.execPath, ['node_modules/prisma/build/index.js', 'generate']),
  );
  step(
    'dist',
    [
      'src',
      'prisma/seed.ts',
      'prisma/demo-chefs.ts',
      'prisma/demo-menus.ts',
      'prisma/demo-bookings.ts',
      'prisma/seed-many.ts',
      'prisma/many-loading.ts',
      'prisma/many-chefs.ts',
      'prisma/many-bookings.ts',
      'prisma/many-texts.ts',
      'scripts/db.ts',
      'tsconfig.json',
      'tsconfig.build.json',
      'package-lock.json',
    ],
    () => {
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      run(process.execPath, [
        'node_modules/typescript-native/bin/tsc',
        '-p',
        'tsconfig.build.json',
      ]);
    },
  );
}

/** Only the packages: enough for what must work while the sources do not compile. */
function install() {
  refuseOldNode();
  step('node_modules', ['package.json', 'package-lock.json', '.npmrc'], () =>
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']),
  );
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needsMajor, needsMinor] = OLDEST_NODE;
  if (major > needsMajor || (major === needsMajor && minor >= needsMinor)) return;
  console.error(
    `CooCook needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`,
  );
  process.exit(1);
}

/** Makes a folder anew unless the sources are the very ones that it was last made from. */
function step(folder, sources, make) {
  const stamp = join(root, folder, '.made-from');
  const wanted = digestOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Preparing ${folder} …`);
  make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function digestOf(sources) {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  const entries = readdirIfFolder(path);
  return entries === null ? [path] : entries.flatMap((name) => filesIn(join(path, name)));
}

function readdirIfFolder(path) {
  try {
    return readdirSync(path)
      .filter((name) => name !== 'generated')
      .sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--packages-only')) install();
  else prepare();
}
