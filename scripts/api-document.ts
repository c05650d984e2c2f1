import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { apiDocument } from '../src/api-document.js';
import { loadConfig } from '../src/config.js';
import { createModules, type ModulesDeps } from '../src/modules.js';
import { systemClock } from '../src/platform/clock.js';
import type { Db } from '../src/platform/database/client.js';
import type { Json } from '../src/platform/http/openapi/problems.js';
import { createLimits } from '../src/platform/limits/limits.service.js';
import { packageRoot } from '../src/platform/paths.js';

const BANNER = '// Made by `npm run api:types` from /openapi.json.\n\n';

/** What /openapi.json tells; nothing that needs a database is asked for. */
export function currentDocument() {
  const config = loadConfig({ NODE_ENV: 'test' });
  const limits = createLimits({ db: {} as Db, clock: systemClock });
  const { api } = createModules({ config, limits } as Partial<ModulesDeps> as ModulesDeps);
  return apiDocument(api, config.publicUrl);
}

export async function typesOf(document: object): Promise<string> {
  return BANNER + astToString(await openapiTS(document as OpenAPI3, { alphabetize: true }));
}

/** What Redocly finds wrong, and whether it finds nothing. */
export function lint(document: Json): { isFine: boolean; report: string } {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document, null, 2));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--extends=recommended-strict', file],
    {
      cwd: packageRoot(),
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  rmSync(folder, { recursive: true });
  return { isFine: status === 0, report: stdout + stderr };
}
