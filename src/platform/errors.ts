/** One wrong field: a JSON pointer (RFC 6901) into the body or query, and what is wrong with it. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** The kind of a failure: its stable id is part of the public contract, its title never varies. */
export interface FailureKind {
  id: string;
  status: number;
  title: string;
}

/**
 * A failure that the caller is told about. `message` is a sentence fit to be shown to anyone;
 * everything else that is thrown becomes a 500 without a word of its cause.
 */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    detail: string,
    readonly fields: FieldError[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(detail);
  }
}

/**
 * Declares a kind of failure and returns the function that makes one; its `isThe` knows one again.
 * @param pointer the field that a failure of this kind is about, when it is always the same
 */
export function failureKind(
  id: string,
  status: number,
  title: string,
  detail: string,
  pointer?: string,
) {
  const kind: FailureKind = { id, status, title };
  const ownFields = pointer === undefined ? [] : [{ pointer, detail }];
  return Object.assign(
    (told: string = detail, fields: FieldError[] = ownFields, retryAfterSeconds?: number) =>
      new Failure(kind, told, fields, retryAfterSeconds),
    { kind, isThe: (error: unknown) => error instanceof Failure && error.kind === kind },
  );
}

export const malformed = failureKind(
  'malformed',
  400,
  'Malformed request',
  'The request could not be read.',
);
export const unauthenticated = failureKind(
  'unauthenticated',
  401,
  'Sign-in needed',
  'Sign in, or send a valid bearer token.',
);
export const forbidden = failureKind('forbidden', 403, 'Not allowed', 'You may not do this.');
export const crossOrigin = failureKind(
  'cross-origin',
  403,
  'Sent from another site',
  'This request came from another site, so it was refused.',
);
export const notFound = failureKind(
  'not-found',
  404,
  'Not found',
  'There is nothing here, or it is not yours to see.',
);
export const preconditionFailed = failureKind(
  'precondition-failed',
  412,
  'Changed meanwhile',
  'This was changed since you looked at it. Look again, then make your change.',
);
export const tooLarge = failureKind('too-large', 413, 'Too large', 'The request is too large.');
export const unsupportedMediaType = failureKind(
  'unsupported-media-type',
  415,
  'Unsupported media type',
  'Send the body as application/json in UTF-8.',
);
export const invalid = failureKind(
  'invalid',
  422,
  'Invalid input',
  'Some fields are missing or wrong.',
);
export const tooManyRequests = failureKind(
  'too-many-requests',
  429,
  'Too many requests',
  'Too many attempts. Wait a moment and try again.',
);
export const unavailable = failureKind(
  'unavailable',
  503,
  'Not available now',
  'CooCook cannot answer just now. Try again in a moment.',
);
export const internal = failureKind(
  'internal',
  500,
  'Something went wrong',
  'The fault is ours and has been logged. Quote the request id if you write to us.',
);
