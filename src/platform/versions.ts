import { preconditionFailed } from './errors.js';

/** The versions that a client accepts to change; undefined for any. */
export type ExpectedVersions = number[] | undefined;

/** @throws preconditionFailed (412) when the stored version is another one */
export function assertVersion(stored: { version: number }, expected: ExpectedVersions): void {
  if (expected !== undefined && !expected.includes(stored.version)) throw preconditionFailed();
}
