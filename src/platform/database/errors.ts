/** Whether the database did not answer, was overloaded, or takes no writes for now. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { codes, messages } = traces(error);
  return (
    isTransient(error) ||
    codes.some((code) => UNREACHABLE_CODES.has(code) || UNAVAILABLE_CLASSES.test(code)) ||
    messages.some((message) => UNREACHABLE_MESSAGES.test(message))
  );
}

/** The name or columns of the constraint that refused a write; null for any other error. */
export function constraintViolated(error: unknown): string | null {
  const { codes, details } = traces(error);
  if (!codes.some((code) => CONSTRAINT_CODES.has(code))) return null;
  return details.join(' ');
}

// Prisma's codes: https://www.prisma.io/docs/orm/reference/error-reference
// PostgreSQL's: https://www.postgresql.org/docs/15/errcodes-appendix.html
const TRANSIENT_CODES = new Set(['P2034', '40001', '40P01', 'TransactionWriteConflict']);
const CONSTRAINT_CODES = new Set(['P2002', '23505', '23P01', '23514']);
const UNREACHABLE_CODES = new Set([
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
  ...['57014', '57P01', '57P02', '57P03', '25P03', '25006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT'],
  ...['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout', 'TooManyConnections'],
]);
/** A broken connection; a full disk, no memory, too many connections. */
const UNAVAILABLE_CLASSES = /^(08|53)[0-9A-Z]{3}$/;
const UNREACHABLE_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after|not queryable/i;

/** Whether another try may succeed: a deadlock or a serialization failure. */
export function isTransient(error: unknown): boolean {
  return traces(error).codes.some((code) => TRANSIENT_CODES.has(code));
}

/** Prisma nests the driver's errors in its own. */
function traces(error: unknown) {
  const codes: string[] = [];
  const details: string[] = [];
  const messages: string[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const fields = value as Record<string, unknown>;
    for (const key of ['code', 'originalCode', 'kind']) {
      if (typeof fields[key] === 'string') codes.push(fields[key]);
    }
    for (const key of ['message', 'originalMessage']) {
      if (typeof fields[key] === 'string') messages.push(fields[key]);
    }
    // An object from Prisma, the constraint's name from the drivers.
    if (fields.constraint !== undefined) details.push(JSON.stringify(fields.constraint));
    if (typeof fields.originalMessage === 'string') details.push(fields.originalMessage);
    for (const key of ['meta', 'driverAdapterError', 'cause', 'errors']) visit(fields[key]);
    if (Array.isArray(value)) value.forEach(visit);
  };
  visit(error);
  return { codes, details, messages };
}
