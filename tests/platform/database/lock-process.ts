// Tries to lock each folder that it is told of, at the time that it is told, and says whether it has it.
import { lockFolder } from '../../../src/platform/database/folder-lock.js';

process.on('message', ({ folder, at }: { folder: string; at: number }) => {
  while (Date.now() < at) {
    // All at once: a timer would be too coarse.
  }
  try {
    lockFolder(folder);
    process.send?.('owner');
  } catch (error) {
    process.send?.((error as Error).message);
  }
});
process.send?.('ready');
