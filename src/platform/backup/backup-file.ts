import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** The message is fit to be shown. */
export class BackupError extends Error {}

export interface Header {
  format: 1;
  madeAt: string;
  /** Names and checksums of the migrations, and the version of the queue's tables. */
  schema: string[];
}
/** Rows as PostgreSQL writes a row as text. */
export type Part = Header | { table: string; rows: string[] } | { sequence: string; last: string };

/** Compressed lines of JSON, the last with the SHA-256 of all before; the file is there when it is whole. */
export async function writeBackup(file: string, parts: AsyncIterable<Part>): Promise<void> {
  const partial = `${file}.part`;
  try {
    await pipeline(linesOf(parts), createGzip(), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function* linesOf(parts: AsyncIterable<Part>) {
  const hash = createHash('sha256');
  for await (const part of parts) {
    const line = `${JSON.stringify(part)}\n`;
    hash.update(line);
    yield line;
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}

/** @throws BackupError when the file ends early or was changed, which is known at its end only */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  const hash = createHash('sha256');
  let sum: string | null = null;
  for await (const line of unpackedLines(file)) {
    if (sum !== null) throw new BackupError(`${file} goes on after its end.`);
    const part = JSON.parse(line) as Part | { sha256: string };
    if ('sha256' in part) {
      sum = part.sha256;
    } else {
      hash.update(`${line}\n`);
      yield part;
    }
  }
  if (sum !== hash.digest('hex')) throw new BackupError(`${file} is damaged: its sum is wrong.`);
}

async function* unpackedLines(file: string) {
  const source = createReadStream(file);
  await once(source, 'open');
  const unpacked = source.pipe(createGunzip()).setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of unpacked) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw new BackupError(`${file} is damaged: ${String(error)}`);
  } finally {
    source.destroy();
  }
}
