import type { TestProject } from 'vitest/node';
import { query } from '../database/postgres.js';
import { seedDemoData } from '../processes/server.js';
import { findChromium, type Chromium } from './browser.js';

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: Chromium;
  }
}

/** The demo data that sites are cloned from, on the tests' PostgreSQL. */
export const DEMO_TEMPLATE = 'coocook_demo_template';

/** Makes once what all test files in a browser begin with: the demo data, and a Chromium. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { chromium, remove } = await findChromium();
  project.provide('chromium', chromium);
  const { postgresUrl } = project.getProvidedContext();
  await query(postgresUrl, `DROP DATABASE IF EXISTS ${DEMO_TEMPLATE}`);
  await query(postgresUrl, `CREATE DATABASE ${DEMO_TEMPLATE}`);
  const url = new URL(postgresUrl);
  url.pathname = DEMO_TEMPLATE;
  await seedDemoData(url.href);
  return async () => {
    remove();
    await query(postgresUrl, `DROP DATABASE ${DEMO_TEMPLATE}`);
  };
}
