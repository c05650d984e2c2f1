import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { IdempotentRequest } from '../../idempotency/idempotency.service.js';
import type { PageInput } from './page-route.js';
import type { PageReply } from './reply.js';

/** The hidden field with a form's key, new each time it is shown. */
export const FORM_KEY = 'idempotency_key';

/** A repetition (double click, reload) waits for the first and redirects alike; null if no key. */
export function formRequest(
  req: Request,
  { viewer, body }: PageInput,
): IdempotentRequest<PageReply> | null {
  const formKey = (body as Record<string, unknown> | undefined)?.[FORM_KEY];
  if (viewer === null || typeof formKey !== 'string' || formKey === '') return null;
  const content = JSON.stringify([req.method, req.path, body]);
  return {
    userId: viewer.id,
    key: `form ${createHash('sha256').update(content).digest('hex')}`,
    content,
    wait: true,
    isEffect: (reply) => 'location' in reply,
  };
}
