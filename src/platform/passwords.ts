import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { unavailable } from './errors.js';

/** OWASP's minimum for argon2id: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing is dear on purpose: two at a time leave the other cores and threads to everyone else. */
const AT_ONCE = 2;
const LONGEST_QUEUE = 64;

const limit = pLimit(AT_ONCE);
/** Verified against when there is no user, so that the answer takes as long. */
let decoy: Promise<string> | undefined;

/** The argon2id hash of a password, with its own salt. @throws unavailable when too many wait */
export function hashPassword(password: string): Promise<string> {
  return queued(() => hash(password, ARGON2ID));
}

/** Whether the password is the one of the hash; without a hash it takes as long and says no. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const against = passwordHash ?? (await decoy);
  const right = await queued(() => verify(against, password));
  return right && passwordHash !== null;
}

function queued<T>(work: () => Promise<T>): Promise<T> {
  if (limit.pendingCount >= LONGEST_QUEUE) throw unavailable(undefined, [], 1);
  return limit(work);
}
