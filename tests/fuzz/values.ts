import fc from 'fast-check';

export type Schema = Record<string, unknown>;
/** The document's named schemas. */
export type Schemas = Record<string, Schema>;

/** How many of a hundred values are not as their schema wants them. */
export type Wrongness = 0 | 8 | 60;

const DATES = [
  ...['2026-11-23', '2026-11-24', '2026-11-28', '2026-12-05', '2027-02-28', '1970-01-01'],
  ...['2199-12-31', '2028-02-29', '2026-03-29', '2026-10-25'],
];
const WRONG_DATES = [
  ...['1969-12-31', '2200-01-01', '9999-12-24', '9999-12-31', '10000-01-01', '0000-00-00'],
  ...['+275760-09-13', '-271821-04-20', '2026-02-29', '2026-13-01', '٢٠٢٦-١١-٢٨', '2026-11-28T25'],
];
const WRONG_NUMBERS = [
  ...['0', '-1', '-0', '1.5', '2147483647', '2147483648', '9007199254740993', '1e308', '1e400'],
  ...['-1e400', '1e-400', '9223372036854775808', '0.1e1', '00012', '0x10', '١٢', 'NaN', 'Infinity'],
];
/** What fits where the schema alone does not tell. */
const FITTING: Record<string, string[]> = {
  chef_id: ['1', '2', '3', '4', '5', '6'],
  duration_hours: ['1', '2', '3'],
  guests: ['1', '2', '4'],
  plan: ['coocook-monthly', 'coocook-yearly'],
  passkey: ['demo2026'],
  role: ['diner', 'chef'],
  email: ['demo@coocook.test', 'minjun.park@coocook.test'],
  password: ['coocook-demo', 'a long enough password'],
  time_zone: ['Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe'],
  step: ['request', 'times', 'review'],
  has_allergies: ['no', 'yes'],
  kind: ['day_off', 'extra_hours'],
  date: ['2026-11-28', '2026-12-05', '2027-01-02'],
  page: ['1', '2', '1000000'],
  tab: ['past', 'upcoming', 'cancelled', 'requests', 'pending'],
};
const TIMES = ['12:00', '18:00', '13:30', '00:00', '23:45', '18:00+09:00', '01:30-05:00'];
const WORDS = [
  ...['', ' ', '\0', 'a\0b', '\ud800', 'x\udfff', '\u202e', '\ufeff', '\u0085', 'a\r\nb: c', '💥'],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'true', '[object Object]'],
  ...[
    "' OR 1=1 --",
    '<script>alert(1)</script>',
    '<%= 1 %>',
    '{{name}}',
    '$1',
    '\\',
    '%',
    '%%',
    '_',
  ],
  ...['../../etc/passwd', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '&amp;', 'ﬀ'],
];

export const wrongText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS, ...WRONG_DATES, ...WRONG_NUMBERS) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(101, 300, 900).map((length) => 'é'.repeat(length)) },
);
/** Longer than any address may be. */
const hugeText = fc.constantFrom(5000, 60_000, 120_000).map((length) => 'é'.repeat(length));

const nested = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"a":', '}'], ['[{"__proto__":', '}]']), depths())
  .map(([[open = '', close = ''], depth]) => `${open.repeat(depth)}1${close.repeat(depth)}`);

function depths() {
  return fc.constantFrom(2, 30, 1000, 9000);
}

/** JSON, or nearly. */
export const wrongJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: wrongText.map((text) => JSON.stringify(text)) },
  { weight: 5, arbitrary: fc.constantFrom('null', 'true', '[]', '{}', '[null]', '[[]]', '""') },
  { weight: 5, arbitrary: fc.constantFrom(...WRONG_NUMBERS.slice(0, 13)) },
  { weight: 2, arbitrary: fc.constantFrom('{"__proto__":{"role":"admin"}}', '{"constructor":{}}') },
  { weight: 1, arbitrary: nested },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '{', '{"a":}', '\u0000', "{'a':1}", '{"a":1,}', 'NaN'),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: hugeText.map((text) => JSON.stringify(text)) },
);

/** The JSON text of a value of a schema. */
export function jsonOf(schema: Schema, schemas: Schemas, wrong: Wrongness): fc.Arbitrary<string> {
  const right = rightJson(schema, schemas, wrong);
  return wrong === 0
    ? right
    : fc.oneof({ weight: 100 - wrong, arbitrary: right }, { weight: wrong, arbitrary: wrongJson });
}

function rightJson(schema: Schema, schemas: Schemas, wrong: Wrongness): fc.Arbitrary<string> {
  const inner = (one: Schema) => jsonOf(one, schemas, wrong);
  if (typeof schema.$ref === 'string') {
    return rightJson(schemas[schema.$ref.split('/').pop() ?? ''] ?? {}, schemas, wrong);
  }
  if ('const' in schema) return fc.constant(JSON.stringify(schema.const));
  if (Array.isArray(schema.enum)) {
    return fc.constantFrom(...schema.enum.map((one) => JSON.stringify(one)));
  }
  const branches = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (branches !== undefined) return fc.oneof(...branches.map(inner));
  switch (schema.type) {
    case 'object':
      return objectJson(schema, inner, wrong);
    case 'array':
      return fc
        .uniqueArray(inner(schema.items as Schema), {
          minLength: Number(schema.minItems ?? 0),
          maxLength: 3,
        })
        .map((items) => `[${items.join()}]`);
    case 'string':
      return stringOf(schema).map((text) => JSON.stringify(text));
    case 'integer':
    case 'number':
      return numberOf(schema).map(String);
    case 'boolean':
      return fc.constantFrom('true', 'false');
    default:
      return fc.constant('null');
  }
}

type Inner = (schema: Schema) => fc.Arbitrary<string>;

function objectJson(schema: Schema, inner: Inner, wrong: Wrongness): fc.Arbitrary<string> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const required = new Set((schema.required ?? []) as string[]);
  const fields = properties.map(([name, one]) => {
    const value = FITTING[name] === undefined ? inner(one) : fittingJson(name, one, inner);
    const isKept = required.has(name) ? keptOf(100 - wrong / 4) : keptOf(50);
    return fc.tuple(fc.constant(name), value, isKept);
  });
  const extra = fc.tuple(
    fc.oneof(fc.constantFrom(...EXTRA), wrongText),
    wrongJson,
    keptOf(wrong / 3),
  );
  return fc
    .tuple(fc.tuple(...fields), extra)
    .map(([own, more]) => [...own, more].filter(([, , isKept]) => isKept))
    .map((kept) => `{${kept.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join()}}`);
}

function fittingJson(name: string, schema: Schema, inner: Inner): fc.Arbitrary<string> {
  const texts = fc.constantFrom(...(FITTING[name] ?? []));
  const fitting = schema.type === 'string' ? texts.map((text) => JSON.stringify(text)) : texts;
  return fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 1, arbitrary: inner(schema) });
}

/** Names that nobody may set, and one that is there twice. */
const EXTRA = [
  ...['__proto__', 'constructor', 'role', 'user_id', 'status', 'total_price', 'id', 'chef_id'],
  ...['guests', 'price_per_session', '', 'a/b~c'],
];

/** What is not needed shrinks to nothing. */
function keptOf(percent: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 99 }).map((drawn) => drawn >= 100 - percent);
}

function stringOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'date') return fc.constantFrom(...DATES);
  if (schema.format === 'email') {
    return fc.nat(9999).map((number) => `fuzz${String(number)}@example.test`);
  }
  const pattern = typeof schema.pattern === 'string' ? schema.pattern : '';
  if (pattern.includes('[0-5]')) return fc.constantFrom(...TIMES);
  const [min, max] = [Number(schema.minLength ?? 0), Number(schema.maxLength ?? 60)];
  const plain = fc.string({ unit: 'grapheme', minLength: min, maxLength: Math.min(max, min + 20) });
  return fc.oneof(
    plain,
    fc.constantFrom('Seoul', 'Korean', 'Asia/Seoul', 'coocook-monthly', 'sushi'),
  );
}

function numberOf(schema: Schema): fc.Arbitrary<number> {
  const min = Number(schema.minimum ?? schema.exclusiveMinimum ?? 0);
  const max = Math.min(Number(schema.maximum ?? 2_147_483_647), 2_147_483_647);
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min, max: Math.max(min, Math.min(max, min + 8)) }) },
    { weight: 1, arbitrary: fc.integer({ min, max: Math.max(min, max) }) },
    { weight: 1, arbitrary: fc.constantFrom(min, Math.max(min, max)) },
  );
}

/** The values of a field of a query or a form: several of an array, one of anything else. */
export function textsOf(
  name: string,
  schema: Schema,
  schemas: Schemas,
  wrong: Wrongness,
): fc.Arbitrary<string[]> {
  const fitting = FITTING[name]?.map((text) => JSON.stringify(text));
  const json = fitting ? fc.constantFrom(...fitting) : rightJson(schema, schemas, 0);
  const right = json.map((json) => {
    const value: unknown = JSON.parse(json);
    return [value].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  });
  const bad = fc.array(wrongText, { minLength: 1, maxLength: 3 });
  return wrong === 0
    ? right
    : fc.oneof({ weight: 100 - wrong, arbitrary: right }, { weight: wrong, arbitrary: bad });
}
