import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';

const PACKAGE = createRequire(import.meta.url).resolve(
  '@fontsource-variable/noto-sans-kr/package.json',
);
const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
const FOLDER = `/fonts/noto-sans-kr-${version}`;

/** The stylesheet of the Korean font, cut in parts of which a browser fetches those a page needs. */
export const KOREAN_FONT = `${FOLDER}/index.css`;

/** Serves the font from its package; its version is in the address, so it is kept for a year. */
export function fontRouter(): Router {
  const router = Router();
  router.use(
    FOLDER,
    express.static(dirname(PACKAGE), { index: false, maxAge: '365d', immutable: true }),
  );
  return router;
}
