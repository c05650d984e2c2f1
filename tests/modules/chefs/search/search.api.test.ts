import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalizedForms } from '../../../../src/modules/chefs/query/normalized-form.rules.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';

const t = useTestApp();
const CHEFS = '/api/coocook/chefs';
const found = async (query: Record<string, string>) => {
  const { body } = await t.send('get', `${CHEFS}?${new URLSearchParams(query).toString()}`);
  return body.chefs.map((one: { name: string }) => one.name);
};
const PARK = 'Park Min-jun';
const ROSSI = 'Marco Rossi';
const TANAKA = 'Tanaka Yuki';
const DUBOIS = 'Dubois Jérôme';
const KIM = '김서연';

beforeAll(async () => {
  const make = (
    name: string,
    cuisineType: string,
    rating: number,
    bio: string,
    location = 'Seoul',
  ) => buildChef(t, { name, cuisineType, rating, bio, location });
  await make(PARK, 'Korean', 4.9, 'Grew up in a Jeonju banchan kitchen. Slow-braised galbi-jjim.');
  await make(ROSSI, 'Italian', 4.7, 'From Bologna. Rolls tagliatelle, lets a ragù take its time.');
  await make(TANAKA, 'Japanese', 4.8, 'Trained in a Kyoto kaiseki house. Nine small courses.');
  await make(DUBOIS, 'French', 4.6, 'Honest sauces. Learnt from an Italian grandmother.', 'Busan');
  await make(
    KIM,
    '한식',
    4.5,
    '묵은지와 김치찌개, 닭볶음탕을 정성껏 끓입니다. 100% 국산_재료.',
    '부산 해운대',
  );
});

describe('search by words', () => {
  it.each([
    ['part of a name, whatever its case', 'tANAk', [TANAKA]],
    ['a word of the bio', 'tagliatelle', [ROSSI]],
    ['a place', 'busan', [DUBOIS, KIM]],
    ['every word of several', 'korean seoul', [PARK]],
    ['words in any order', 'rossi, marco', [ROSSI]],
    ['without accents', 'Ragu Jerome', []],
    ['without accents, either way', 'jerome', [DUBOIS]],
    ['with accents', 'rágu', [ROSSI]],
    ['full-width letters', 'Ｐａｒｋ', [PARK]],
    ['who has it in the heading before who mentions it', 'italian', [ROSSI, DUBOIS]],
  ])('finds %s', async (_what, q, names) => {
    expect(await found({ q })).toEqual(names);
  });

  it.each([
    ['김치', [KIM]],
    ['김ㅊ', [KIM]],
    ['김치찌', [KIM]],
    ['닭볶음탕', [KIM]],
    ['달볶음탕', [KIM]],
    ['닥볶음탕', [KIM]],
    ['김치찌게', [KIM]],
    ['김서현', [KIM]],
    ['한식', [PARK, KIM]],
    ['한시', [PARK, KIM]],
    ['한국 요리', [PARK, KIM]],
    ['korean', [PARK, KIM]],
    ['일식', [TANAKA]],
    ['이탈리아', [ROSSI, DUBOIS]],
    ['이탈', [ROSSI, DUBOIS]],
    ['이탈리안 서울', [ROSSI]],
    ['이태리', [ROSSI, DUBOIS]],
    ['프렌치', [DUBOIS]],
    ['부산', [DUBOIS, KIM]],
    ['서울 일본', [TANAKA]],
    ['kimchi', [KIM]],
    ['멕시코', []],
    ['태국', []],
  ])('finds %s', async (q, names) => {
    expect((await found({ q })).sort()).toEqual([...names].sort());
  });

  it.each([
    ['Itallian', [ROSSI, DUBOIS]],
    ['itlaian', [ROSSI, DUBOIS]],
    ['tanka', [TANAKA]],
    ['jeonjju', [PARK]],
    ['kroean', [PARK, KIM]],
    ['japnese', [TANAKA]],
    ['frnech', [DUBOIS]],
    ['minjun', [PARK]],
    ['tagliatele', [ROSSI]],
    ['seuol tanaka', [TANAKA]],
    ['이탈리야', [ROSSI, DUBOIS]],
    ['서욿 일식', [TANAKA]],
    ['xylophone', []],
    ['zzzz', []],
  ])('forgives %s', async (q, names) => {
    expect(await found({ q })).toEqual(names);
  });

  it('takes text for text', async () => {
    for (const q of ["' OR '1'='1", "'; DROP TABLE chefs; --", '%%%%', '\\', '____', "x' %> '"]) {
      expect([q, await found({ q })]).toEqual([q, []]);
      expect([q, await found({ location: q })]).toEqual([q, []]);
    }
    expect(await found({ q: '100%' })).toEqual([KIM]);
    expect(await found({ q: '국산_' })).toEqual([KIM]);
    expect(await found({ q: ',' })).toEqual([]);
  });

  it('knows places in both languages, and with a slip', async () => {
    expect(await found({ location: '부산' })).toEqual([DUBOIS, KIM]);
    expect(await found({ location: 'Busan' })).toEqual([DUBOIS, KIM]);
    expect(await found({ location: '서울', cuisine: 'japanese' })).toEqual([TANAKA]);
    expect(await found({ location: 'bussan' })).toEqual([DUBOIS, KIM]);
    expect(await found({ location: '해운대' })).toEqual([KIM]);
    expect(await found({ location: 'Kyoto' })).toEqual([]);
  });

  it('goes with every other filter, order and day, with the right totals', async () => {
    const { body } = await t.send('get', `${CHEFS}?q=italian&date=2026-11-28&per_page=1&page=2`);
    expect(body).toMatchObject({ total: 2, pages: 2, current_page: 2 });
    expect(body.chefs[0].name).toBe(DUBOIS);
    expect(await found({ q: 'italian', min_rating: '4.65' })).toEqual([ROSSI]);
    expect(await found({ q: 'seoul', sort: 'newest' })).toEqual([TANAKA, ROSSI, PARK]);
    expect(await found({ q: 'a', sort: 'rating', max_price: '119' })).toEqual([]);
  });

  it('takes what is part of a cuisine and of no word', async () => {
    const cuisineType = `'"><svg onload=alert(1)>`;
    await buildChef(t, { name: 'Eve', cuisineType });
    expect(await found({ q: cuisineType })).toEqual(['Eve']);
    expect(await found({ q: "t,o 'd=" })).toEqual([]);
  });

  it('follows a profile that changes', async () => {
    const chef = await buildChef(t, { name: 'Before' });
    await t.db.chef.update({ where: { id: chef.id }, data: { name: 'Quixote' } });
    expect(await found({ q: 'quixote' })).toEqual(['Quixote']);
    await t.db.chef.delete({ where: { id: chef.id } });
  });
});

describe('the form in which texts are compared', () => {
  it.each([
    ['김치', 'RLACL'],
    ['ㄱㅣㅁ', 'RLA'],
    ['닭', 'EKFR'],
    ['왜 귀', 'DHO RNL'],
    ['까꿍', 'RKRND'],
    ['Ragù É 100%', 'ragu e 100%'],
    ['', ''],
  ])(
    'is keys of the Korean keyboard for Hangul, plain small letters for the rest: %s',
    (text, form) => {
      expect(normalizedForms(text)).toEqual([form]);
    },
  );

  it('is the same for what is typed as for what is stored, in any locale of the database', async () => {
    const unit = fc.oneof(
      fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom(...Array.from('ㄱㄲㄳㅏㅘㅢᆪᅴaZéÀñßÆØøČƒﬁＰａ１½°·-_%\\\'"Яяίώ東京ラガー')),
    );
    const texts = fc.sample(fc.string({ unit, maxLength: 12 }), { numRuns: 500, seed: 3 });
    const stored = await t.db.$queryRaw<{ form: string }[]>`
      SELECT search_form(given) AS form FROM unnest(${texts}::text[]) WITH ORDINALITY AS texts(given, place) ORDER BY place`;
    for (const [index, { form }] of stored.entries()) {
      expect([texts[index], normalizedForms(texts[index] ?? '')]).toEqual([
        texts[index],
        expect.arrayContaining([form]),
      ]);
    }
  });

  it('is words without punctuation, each of them once', async () => {
    const [row] = await t.db.$queryRaw<{ words: string[] }[]>`
      SELECT array(SELECT chef_words_of('tanaka, (rice) rice… 100% min-jun "x"? ' || repeat('y', 65))) AS words`;
    expect(row?.words).toEqual(['100%', 'min-jun', 'rice', 'tanaka', 'x']);
    await t.db.chef.updateMany({ where: { name: TANAKA }, data: { location: 'Otaru, Hokkaido' } });
    expect(await found({ location: 'hokaido' })).toEqual([TANAKA]);
    expect(await found({ q: 'otalu' })).toEqual([TANAKA]);
    await t.db.chef.updateMany({ where: { name: TANAKA }, data: { location: 'Seoul' } });
  });

  it('is an index away', async () => {
    const rows = await t.db.$queryRaw<{ indexdef: string }[]>`
      SELECT indexdef FROM pg_indexes WHERE indexname = 'chef_search_terms_idx'`;
    expect(rows[0]?.indexdef).toContain('USING gin (terms)');
  });
});
