import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// A test file belongs to the project of its folder or name: `npm test -- --project rules`.
// rules: plain values, no database · browser: pages in Chromium · operations: processes that are
// built, killed and drained · http: everything else, on databases of its own.
const GLOBAL_SETUP = 'tests/support/database/global-setup.ts';
const END_CHILDREN = 'tests/support/processes/end-children.ts';
const BROWSER_SETUP = 'tests/support/browser/browser-setup.ts';
const RULES = ['tests/**/*.rules.test.ts', 'tests/architecture/**/*.test.ts'];
const BROWSER = ['tests/e2e/**/*.test.ts'];
const OPERATIONS = ['tests/operations/**/*.test.ts'];

/** Long files begin first, so that no worker has one left when the others are done. */
class LongestFirst extends BaseSequencer {
  static readonly projects = ['operations', 'browser', 'rules', 'http'];

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => LongestFirst.projects.indexOf(project.name);
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // An embedded database takes half a gigabyte, a browser as much. Many tests wait for processes
    // and clocks, so that three keep two cores busy.
    maxWorkers: 3,
    // Far more than any test takes: a busy machine makes it slow, not wrong.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    coverage: {
      // With --coverage, as .ci/run has it where it costs least: it makes tests a third slower.
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/generated/**'],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 90 },
    },
    projects: [
      // Without isolation a worker loads the app once, not once for each file. Where files share
      // nothing but modules, that saves a third of the time.
      { extends: true, test: { name: 'rules', include: RULES, isolate: false } },
      {
        extends: true,
        test: {
          name: 'http',
          include: ['tests/**/*.test.ts'],
          exclude: [...RULES, ...BROWSER, ...OPERATIONS],
          globalSetup: [GLOBAL_SETUP],
          setupFiles: [END_CHILDREN],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          globalSetup: [GLOBAL_SETUP, BROWSER_SETUP],
          setupFiles: [END_CHILDREN],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'operations',
          include: OPERATIONS,
          globalSetup: [GLOBAL_SETUP],
          setupFiles: [END_CHILDREN],
          testTimeout: 600_000,
        },
      },
    ],
  },
});
