import { createContract, type OpenApiDocument } from '../support/app/contract.js';
import type { Answer } from './client.js';
import type { Fuzzed } from './requests.js';

/** Answers of the HTTP parser, before any route: it writes them itself. */
const OF_THE_PARSER = new Set([400, 408, 417, 431]);

/** What is wrong with an answer, or null. */
export function createJudge(document: OpenApiDocument) {
  const violationOf = createContract(document);

  return ({ operation, request }: Fuzzed, answer: Answer): string | null => {
    const { status, type, text, headers } = answer;
    if (status >= 500) return `status ${status}`;
    if (/\bat .+\.[jt]s:\d+|node_modules|PrismaClient/.test(text)) return 'tells of our code';
    if (OF_THE_PARSER.has(status) && text === '' && type === '') return null;
    if (status >= 300 && status < 400 && status !== 304) return redirection(headers.location);
    const isHead = request.method === 'HEAD';
    if (isHead || status === 304 || status === 204) {
      if (text !== '') return 'a body where none may be';
    } else if (status >= 400) {
      const found = failure(answer);
      if (found !== null) return found;
    }
    const [path = ''] = request.target.split('?');
    const isDocumented =
      operation.kind === 'api' && request.method === operation.method.toUpperCase();
    if (isDocumented) return violationOf(request.method, path, answer);
    return operation.kind === 'page' && !isHead ? page(answer) : null;
  };
}

function failure({ type, text, status }: Answer): string | null {
  if (type === 'text/html') return null;
  if (type !== 'application/problem+json') return `a failure as ${type || 'nothing'}`;
  const problem = JSON.parse(text) as { status?: unknown; type?: unknown };
  const isFit = problem.status === status && String(problem.type).startsWith('urn:');
  return isFit ? null : 'a problem that is none';
}

function redirection(location: unknown): string | null {
  const isLocal = typeof location === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(location);
  return isLocal ? null : `a redirection to ${String(location)}`;
}

function page({ type, text }: Answer): string | null {
  return type === 'text/html' && !text.trimEnd().endsWith('</html>')
    ? 'a page without an end'
    : null;
}
