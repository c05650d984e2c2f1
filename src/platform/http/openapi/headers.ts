import { isIdempotent, type ApiRoute } from '../routes/api-route.js';

const text = (description: string, example: string, format?: string) => ({
  description,
  schema: { type: 'string', ...(format === undefined ? {} : { format }) },
  example,
});

/** RFC 9110 unless another source is named. */
export const HEADERS = {
  ETag: text('The version of what is told.', '"3-q1Zp"'),
  Location: text('The address of what was made.', '/api/things/42', 'uri-reference'),
  Link: text('Further pages (RFC 8288).', '</api/things?page=2>; rel="next"'),
  'Idempotency-Replayed': text('Whether the answer is that of an earlier request.', 'false'),
  RateLimit: text('What is left (draft-ietf-httpapi-ratelimit-headers-08).', '"address";r=29;t=60'),
  'RateLimit-Policy': text('The limits.', '"address";q=30;w=60, "network";q=120;w=60'),
  'Retry-After': {
    description: 'Seconds to wait.',
    schema: { type: 'integer', minimum: 1 },
    example: 2,
  },
  'WWW-Authenticate': text('The way to sign in.', 'Bearer realm="api"'),
  'X-Request-Id': text('Names this request; the sender may choose it.', 'trace-7'),
};
type Name = keyof typeof HEADERS;

export const PARAMETERS = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e',
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    required: false,
    description:
      'The ETag of what is to be changed; when it has changed meanwhile, nothing happens.',
    schema: { type: 'string' },
    example: '"3-q1Zp"',
  },
  'If-None-Match': {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The ETag of the answer that one has: only another one is sent.',
    schema: { type: 'string' },
    example: '"3-q1Zp"',
  },
};

export function parametersInHeaders(route: ApiRoute) {
  const isRead = route.method === 'get';
  return [
    ...(isIdempotent(route) ? ['Idempotency-Key'] : []),
    ...(route.versioned === true && !isRead ? ['If-Match'] : []),
    ...(isRead ? ['If-None-Match'] : []),
  ].map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

export function headersOf(route: ApiRoute, status: number) {
  const isPage = route.query !== undefined && 'page' in route.query.shape;
  const names: Name[] = [
    'X-Request-Id',
    ...when(route.attempts !== undefined, 'RateLimit', 'RateLimit-Policy'),
    ...when(status < 400 && status !== 204, 'ETag'),
    ...when(status === 201, 'Location'),
    ...when(status === 200 && isPage, 'Link'),
    ...when(status < 300 && isIdempotent(route), 'Idempotency-Replayed'),
    ...when(status === 401, 'WWW-Authenticate'),
    ...when(status === 409 && isIdempotent(route), 'Retry-After'),
    ...when(status === 429 || status === 503, 'Retry-After'),
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function when(applies: boolean, ...names: Name[]): Name[] {
  return applies ? names : [];
}
