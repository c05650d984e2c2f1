import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../../src/settings.js';
import { packageRoot } from '../../src/platform/paths.js';
import { createPostgresDatabase } from '../support/database/database.js';
import { imageCommand, imageStages, lastOf, type Stage } from '../support/processes/image.js';
import { runToEnd, startServer } from '../support/processes/server.js';

const root = packageRoot();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const stages = imageStages();
const image = imageCommand();
const valueOf = (instruction: string) => lastOf(stages, instruction);

describe('the Dockerfile', () => {
  it('builds on Node 24 slim and runs as an ordinary user, watched by its health', () => {
    expect(stages.map((stage) => stage.base)).toEqual(Array(3).fill('node:24-slim'));
    expect(valueOf('USER')).toBe('node');
    expect(valueOf('HEALTHCHECK')).toContain('/health');
    expect(image).toEqual({
      node: 'node',
      options: ['--max-semi-space-size=4', '--heap-growing-percent=30'],
      program: 'dist/src/server.js',
      env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    });
  });

  const scratch = mkdtempSync(join(tmpdir(), 'coocook-container-'));
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  /** Does in a folder what a stage would do in its image. */
  function replay(stage: Stage): string {
    const folder = join(scratch, stage.name);
    mkdirSync(folder);
    // What `npm test` has installed by the same command; it is installed anew unless made from the same files.
    if (stage.name === 'build')
      execFileSync('cp', ['-al', join(root, 'node_modules'), join(folder, 'node_modules')]);
    for (const { instruction, rest } of stage.steps) {
      if (instruction === 'COPY') copy(folder, rest.split(' '));
      if (instruction === 'RUN') {
        // The packages are in npm's cache: this very run has installed them.
        const env = { ...process.env, npm_config_prefer_offline: 'true' };
        execFileSync('sh', ['-c', rest], { cwd: folder, env, stdio: 'pipe' });
      }
    }
    return folder;
  }

  function copy(folder: string, words: string[]) {
    const from = words[0]?.startsWith('--from=')
      ? words.shift()?.slice('--from='.length)
      : undefined;
    const target = words.pop() ?? '';
    for (const source of words) {
      const path =
        from === undefined ? join(root, source) : join(scratch, from, source.slice('/app'.length));
      const place = target.endsWith('/')
        ? join(folder, target, basename(source))
        : join(folder, target);
      mkdirSync(dirname(place), { recursive: true });
      cpSync(path, place, {
        recursive: true,
        filter: (one) => !one.includes('/src/generated') || from !== undefined,
      });
    }
  }

  it('gives, step by step in an empty folder, an app that serves in production', async () => {
    const folder = stages.map(replay).at(-1) ?? '';
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const forDevelopment = Object.keys(packages).filter((path) => packages[path]?.dev);
    expect(forDevelopment.length).toBeGreaterThan(100);
    const installed = [...forDevelopment, 'node_modules/prisma', 'node_modules/typescript'].filter(
      (path) => existsSync(join(folder, path)),
    );
    expect(installed).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(
      ['dist', 'locales', 'node_modules', 'package.json', 'prisma', 'public', 'views'].sort(),
    );

    const { url, drop } = await createPostgresDatabase();
    const env = { ...image.env, DATABASE_URL: url, JWT_SECRET: SECRET };
    const migrated = await runToEnd(env, [join(folder, 'dist/scripts/db.js'), 'migrate']);
    expect([migrated.code, migrated.output]).toEqual([0, expect.stringContaining('Applied')]);
    const server = await startServer(env, [...image.options, join(folder, image.program)]);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    expect((await fetch(`${server.url}/explore`)).status).toBe(200);
    expect((await fetch(`${server.url}/docs/assets/swagger-ui.css`)).status).toBe(200);
    expect(await server.end('SIGTERM')).toBe(0);
    const seeded = await runToEnd(env, [join(folder, 'dist/scripts/db.js'), 'seed']);
    expect([seeded.code, seeded.output]).toEqual([1, expect.stringContaining('In production')]);
    await drop();
  }, 900_000);
});

const SECRET = '4f1c9a7be05d83260bd17c94ae58f362';

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
  read_only?: boolean;
}

describe('docker-compose.yml', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<'db' | 'migrate' | 'app', Service>;
  };

  it('migrates a healthy PostgreSQL 15 before the app starts, on a read-only file system', () => {
    expect(services.db.image).toBe('postgres:15');
    expect(services.db.healthcheck).toBeDefined();
    expect(services.migrate.depends_on?.db?.condition).toBe('service_healthy');
    expect(services.migrate.command).toEqual(['node', 'dist/scripts/db.js', 'migrate']);
    expect(services.app.depends_on?.migrate?.condition).toBe('service_completed_successfully');
    expect(services.app.read_only).toBe(true);
    expect(services.app.environment?.JWT_SECRET).toMatch(/^\$\{JWT_SECRET:\?/);
  });

  it('names settings that exist', () => {
    for (const name of Object.keys(services.app.environment ?? {})) {
      expect(Object.keys(settings)).toContain(name);
    }
  });
});

describe('the settings', () => {
  const names = Object.keys(settings).sort();

  it('stand in .env.example', () => {
    const found = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(found.sort()).toEqual(names);
  });

  it('stand in the README', () => {
    const found = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(found.sort()).toEqual(names);
  });
});
