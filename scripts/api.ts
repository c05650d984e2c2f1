// npm run api:types: the types of docs/api, for clients in TypeScript.
// npm run api:release: keeps the document, to compare later ones with it.
// npm run lint:openapi: whether Redocly finds anything wrong with it.
import { writeFileSync } from 'node:fs';
import { currentDocument, lint, typesOf } from './api-document.js';

const document = currentDocument();

const commands: Record<string, () => Promise<void> | void> = {
  async types() {
    writeFileSync('docs/api/coocook.d.ts', await typesOf(document));
  },
  release() {
    writeFileSync(`docs/api/openapi-${document.info.version}.json`, JSON.stringify(document));
  },
  lint() {
    const { isFine, report } = lint(document);
    if (isFine) return;
    console.error(report);
    process.exitCode = 1;
  },
};

await commands[process.argv[2] ?? '']?.();
