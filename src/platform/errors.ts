import type { z } from 'zod';

/** @property pointer JSON pointer (RFC 6901) into the body or query */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** The id is part of the public contract. */
export interface ErrorKind {
  id: string;
  status: number;
  title: string;
  /** What it says unless more is known. */
  detail: string;
  /** The field that it is always about, if any. */
  pointer?: string;
  /** Schemas of the members that its problems have beside the standard ones. */
  members?: z.ZodRawShape;
}

/** An error for the caller: its message is shown. Anything else that is thrown becomes a 500. */
export class AppError extends Error {
  /** Members of the problem beside the standard ones (RFC 9457, section 3.2). */
  members: Record<string, unknown> = {};

  constructor(
    readonly kind: ErrorKind,
    detail: string,
    readonly fields: FieldError[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(detail);
  }

  /** Adds members, which the kind declares. */
  with(members: Record<string, unknown>): this {
    this.members = members;
    return this;
  }
}

/** The result makes errors of this kind. */
export function defineError(kind: ErrorKind) {
  const { detail, pointer } = kind;
  const ownFields = pointer === undefined ? [] : [{ pointer, detail }];
  return Object.assign(
    (message: string = detail, fields: FieldError[] = ownFields, retryAfterSeconds?: number) =>
      new AppError(kind, message, fields, retryAfterSeconds),
    {
      kind,
      is: (error: unknown): error is AppError => error instanceof AppError && error.kind === kind,
    },
  );
}

export const malformed = defineError({
  id: 'malformed',
  status: 400,
  title: 'Malformed request',
  detail: 'The request could not be read.',
});
export const unauthenticated = defineError({
  id: 'unauthenticated',
  status: 401,
  title: 'Sign-in needed',
  detail: 'Sign in, or send a valid bearer token.',
});
export const forbidden = defineError({
  id: 'forbidden',
  status: 403,
  title: 'Not allowed',
  detail: 'You may not do this.',
});
export const crossOrigin = defineError({
  id: 'cross-origin',
  status: 403,
  title: 'Sent from another site',
  detail: 'This request came from another site, so it was refused.',
});
export const notFound = defineError({
  id: 'not-found',
  status: 404,
  title: 'Not found',
  detail: 'There is nothing here, or it is not yours to see.',
});
export const preconditionFailed = defineError({
  id: 'precondition-failed',
  status: 412,
  title: 'Changed meanwhile',
  detail: 'This was changed since you looked at it. Look again, then make your change.',
});
export const tooLarge = defineError({
  id: 'too-large',
  status: 413,
  title: 'Too large',
  detail: 'The request is too large.',
});
export const unsupportedMediaType = defineError({
  id: 'unsupported-media-type',
  status: 415,
  title: 'Unsupported media type',
  detail: 'Send the body as application/json in UTF-8.',
});
export const invalid = defineError({
  id: 'invalid',
  status: 422,
  title: 'Invalid input',
  detail: 'Some fields are missing or wrong.',
});
export const tooManyRequests = defineError({
  id: 'too-many-requests',
  status: 429,
  title: 'Too many requests',
  detail: 'Too many attempts. Wait a moment and try again.',
});
export const unavailable = defineError({
  id: 'unavailable',
  status: 503,
  title: 'Not available now',
  detail: 'The service cannot answer just now. Try again in a moment.',
});
export const internal = defineError({
  id: 'internal',
  status: 500,
  title: 'Something went wrong',
  detail: 'The fault is ours and has been logged. Quote the request id if you write to us.',
});
