// npm start: prepares whatever is missing, then serves in this very process, so that signals reach it.
import { prepare, root } from './prepare.mjs';

prepare();
process.chdir(root);
await import('../dist/src/server.js');
