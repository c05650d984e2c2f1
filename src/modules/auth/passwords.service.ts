import { hash, verify } from '@node-rs/argon2';
import { boundedWork } from '../../platform/bounded-work.js';

/** OWASP's minimum (cheatsheetseries.owasp.org, Password Storage). */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing is slow on purpose: this leaves cores to the rest. */
const queued = boundedWork({ concurrency: 2, maxWaiting: 64, retryAfterSeconds: 1 });
/** Verified when there is no user, so that the answer takes as long. */
let decoy: Promise<string> | undefined;

/** @throws unavailable when too many wait */
export function hashPassword(password: string): Promise<string> {
  return queued(() => hash(password, ARGON2ID));
}

/** False without a hash, after as much time. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const against = passwordHash ?? (await decoy);
  const isRight = await queued(() => verify(against, password));
  return isRight && passwordHash !== null;
}
