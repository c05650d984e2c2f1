import fc from 'fast-check';
import type { Operation } from './operations.js';
import { jsonOf, textsOf, wrongJson, wrongText } from './values.js';
import type { Schema, Schemas, Wrongness } from './values.js';

export const CALLERS = ['anonymous', 'diner', 'chef'] as const;
export type Caller = (typeof CALLERS)[number];

/** A request without what proves who sends it. */
export interface FuzzRequest {
  caller: Caller;
  /** By a cookie, else by a bearer token. */
  byCookie: boolean;
  method: string;
  /** As it stands in the first line of the request. */
  target: string;
  headers: Record<string, string>;
  body: string | null;
}

export interface Fuzzed {
  operation: Operation;
  request: FuzzRequest;
}

/** The picture that is there. */
export const PHOTO_KEY = 'p'.repeat(22);
const PHOTO = `${PHOTO_KEY}-640.webp`;
const WRONG_IDS = [
  ...['0', '-1', '1e3', '2147483647', '2147483648', '99999999999999999999', '1%00', '%E0%A4%A'],
  ...['%ED%A0%80', '..%2f..%2fetc', '__proto__', '%D9%A3', '%201', '1;', '1/', '%', '1.5', 'NaN'],
];
/** What a request may say beside its own headers. */
const HEADERS: [name: string, values: string[]][] = [
  [
    'Accept',
    ['text/html', 'application/json', '*/*;q=0', 'image/webp', 'x', ';;;', 'text/html;q='],
  ],
  ['Accept-Language', ['ko', 'en;q=0.1, ko', 'xx', ',,,', 'ko-KR;q=9', '*', '\u00e9']],
  ['Accept-Encoding', ['gzip', 'br', 'identity;q=0', '*;q=0', 'zstd', 'gzip;q=x']],
  ['If-None-Match', ['*', '"1-abc"', 'W/"x"', '"', 'x', '"1-abc", "2-x"']],
  ['If-Match', ['*', '"1-abc"', 'W/"1-abc"', '"99999999999999999999-x"', '', 'x']],
  ['Idempotency-Key', ['a', 'same', ' ', 'x'.repeat(256), '\u00e9', '__proto__', 'a, b']],
  [
    'Content-Type',
    ['text/plain', 'application/json; charset=utf-16', 'application/json;charset=x'],
  ],
  [
    'Content-Type',
    ['multipart/form-data', 'application/x-www-form-urlencoded; charset=utf-7', ';'],
  ],
  ['Content-Encoding', ['gzip', 'br', 'deflate', 'x', 'gzip, gzip', 'identity']],
  ['Cookie', ['access=x', 'refresh=%00', 'flash=%7B', 'lang=xx; theme=', '=;=;', '__proto__=1']],
  ['Origin', ['null', 'https://evil.example', 'file:///x', 'http://localhost', 'x']],
  ['Sec-Fetch-Site', ['cross-site', 'same-origin', 'none', 'x']],
  [
    'Authorization',
    ['Bearer', 'Bearer  ', 'Bearer a.b.c', 'Basic eDp5', 'Bearer demo_token', 'x y'],
  ],
  ['X-Forwarded-For', ['1.2.3.4', '::1', 'x', '1.2.3.4, 5.6.7.8', '999.1.1.1', '\u00e9']],
  ['X-Forwarded-Host', ['evil.example', '']],
  ['X-HTTP-Method-Override', ['DELETE', 'PUT']],
  ['X-Request-Id', ['x'.repeat(101), 'a b', '\u00e9', 'fine']],
  ['Host', ['evil.example', 'localhost:99999', 'a b', '[::1', '\u00e9', 'x'.repeat(300)]],
  ['Last-Event-ID', ['2026-11-23T03:00:00.000Z', 'x', '9999-12-31T00:00:00.000Z', '0']],
  ['Range', ['bytes=0-1', 'bytes=5-1', 'bytes=-1', 'x', 'bytes=0-0,1-1,2-2']],
  ['Expect', ['100-continue']],
  ['If-Modified-Since', ['x', 'Mon, 23 Nov 2099 03:00:00 GMT']],
];
const headers = fc
  .array(
    fc
      .constantFrom(...HEADERS)
      .chain(([name, values]) => fc.tuple(fc.constant(name), fc.constantFrom(...values))),
    { maxLength: 3 },
  )
  .map((entries) => Object.fromEntries(entries));

const wrongness = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Wrongness>(0) },
  { weight: 4, arbitrary: fc.constant<Wrongness>(8) },
  { weight: 1, arbitrary: fc.constant<Wrongness>(60) },
);

/** Requests for all of the operations, each as often as any other. */
export function requestsFor(operations: Operation[], schemas: Schemas): fc.Arbitrary<Fuzzed> {
  const made = operations.map((operation) => {
    const byWrongness = new Map(
      ([0, 8, 60] as const).map((wrong) => [wrong, requestOf(operation, schemas, wrong)]),
    );
    return wrongness
      .chain((wrong) => byWrongness.get(wrong) as fc.Arbitrary<FuzzRequest>)
      .map((request) => ({ operation, request }));
  });
  return fc.oneof(...made);
}

function requestOf(
  operation: Operation,
  schemas: Schemas,
  wrong: Wrongness,
): fc.Arbitrary<FuzzRequest> {
  const { kind, method } = operation;
  const plain: Record<string, string> = kind === 'page' ? { Accept: 'text/html' } : {};
  return fc
    .record({
      caller: fc.constantFrom(...CALLERS, 'diner', 'chef'),
      byCookie: fc.boolean(),
      method:
        wrong === 60 ? fc.constantFrom(method, 'head', 'options', 'delete') : fc.constant(method),
      path: pathOf(operation, wrong),
      query: fieldsOf(operation.query, schemas, wrong, 4),
      content: method === 'get' ? fc.constant(null) : contentOf(operation, schemas, wrong),
      tricks: wrong === 0 ? fc.constant({}) : headers,
    })
    .map(({ path, query, content, tricks, ...rest }) => ({
      ...rest,
      method: rest.method.toUpperCase(),
      target: query === '' ? path : `${path}?${query}`,
      headers: { ...plain, ...(content ? { 'Content-Type': content.type } : {}), ...tricks },
      body: content?.text ?? null,
    }));
}

function pathOf({ path }: Operation, wrong: Wrongness): fc.Arbitrary<string> {
  const id = fc.integer({ min: 1, max: 12 }).map(String);
  const wrongId = fc.constantFrom(...WRONG_IDS);
  const any =
    wrong === 0
      ? id
      : fc.oneof({ weight: 100 - wrong, arbitrary: id }, { weight: wrong, arbitrary: wrongId });
  const spelt = any.map((value) => path.replace(':file', PHOTO).replace(/:\w+/g, value));
  if (wrong !== 60) return spelt;
  const otherwise = fc.constantFrom(
    '/',
    '//',
    '%2f',
    '/.',
    '/..',
    '?',
    '/%00',
    '%',
    '.json',
    ';a=b',
  );
  return fc.tuple(spelt, fc.option(otherwise)).map(([one, more]) => one + (more ?? ''));
}

/** application/x-www-form-urlencoded. */
function fieldsOf(
  fields: Record<string, Schema>,
  schemas: Schemas,
  wrong: Wrongness,
  most = 100,
): fc.Arbitrary<string> {
  const names = Object.keys(fields);
  if (names.length === 0 && wrong === 0) return fc.constant('');
  const pair = (name: string, schema: Schema) =>
    textsOf(name, schema, schemas, wrong).map((values) =>
      values.map((value) => `${encoded(name)}=${encoded(value)}`).join('&'),
    );
  const own = fc
    .shuffledSubarray(names, { maxLength: Math.min(most, names.length) })
    .chain((chosen) => fc.tuple(...chosen.map((name) => pair(name, fields[name] ?? {}))));
  const extra = fc.oneof(
    fc.tuple(wrongText, wrongText).map(([name, value]) => `${encoded(name)}=${encoded(value)}`),
    fc.constantFrom(
      'a[b]=1',
      'page=1&page=2',
      '%=%',
      'a=%ZZ',
      '=',
      '&&&',
      'x=%C0%AF',
      '__proto__=1',
    ),
  );
  return fc
    .tuple(own, wrong === 0 ? fc.constant(null) : fc.option(extra))
    .map(([pairs, more]) => [...pairs, more].filter((one) => one !== null).join('&'));
}

/** Half a surrogate pair, as bytes that are no UTF-8. */
function encoded(text: string): string {
  return text.isWellFormed()
    ? encodeURIComponent(text)
    : `${encodeURIComponent(text.toWellFormed())}%ED%A0%80`;
}

interface Content {
  type: string;
  text: string;
}

function contentOf(
  { kind, body, fields }: Operation,
  schemas: Schemas,
  wrong: Wrongness,
): fc.Arbitrary<Content | null> {
  const typed = (type: string) => (text: string) => ({ type, text });
  const json = body === null ? fc.constant('{}') : jsonOf(body, schemas, wrong);
  const form = fieldsOf(fields, schemas, wrong);
  const right =
    kind === 'api'
      ? json.map(typed('application/json'))
      : fc.oneof(
          { weight: 8, arbitrary: form.map(typed('application/x-www-form-urlencoded')) },
          { weight: 1, arbitrary: upload(Object.keys(fields)) },
        );
  if (wrong !== 60) return right;
  return fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 1, arbitrary: wrongJson.map(typed('application/json')) },
    { weight: 1, arbitrary: form.map(typed('application/x-www-form-urlencoded')) },
    { weight: 1, arbitrary: upload(Object.keys(fields)) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function upload(names: string[]): fc.Arbitrary<Content> {
  const name = names.length === 0 ? fc.constant('photo') : fc.constantFrom(...names);
  const file = fc.constantFrom(
    'GIF89a',
    '\u0089PNG\r\n',
    '<svg onload="alert(1)"/>',
    '',
    'x'.repeat(9e4),
  );
  const filename = fc.constantFrom('; filename="a.png"', '; filename="../a"', '; filename=""', '');
  const end = fc.constantFrom('--x--\r\n', '--x', '');
  return fc.tuple(name, file, filename, end).map(([field, bytes, named, last]) => ({
    type: 'multipart/form-data; boundary=x',
    text: `--x\r\nContent-Disposition: form-data; name="${field}"${named}\r\n\r\n${bytes}\r\n${last}`,
  }));
}
