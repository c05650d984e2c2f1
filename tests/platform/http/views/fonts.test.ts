import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStylesheet } from '../../../../src/platform/http/views/stylesheet.js';
import { packageRoot } from '../../../../src/platform/paths.js';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf } from '../../../support/responses/html.js';

const t = useTestApp();
const read = (path: string) => readFileSync(join(packageRoot(), path), 'utf8');

/** The faces of a stylesheet: file, version, weights, and the characters that each is fetched for. */
function facesOf(css: string) {
  const rule =
    /font-family:'([^']+)';font-weight:(\d+) (\d+);font-display:(\w+);src:url\((\S+)\?v=(\S+)\) format\('woff2'\);unicode-range:([^}]+)\}/g;
  return [...css.matchAll(rule)].map(
    ([, family, from, to, display, file = '', version, ranges = '']) => ({
      family,
      weights: [Number(from), Number(to)],
      display,
      file,
      version,
      characters: ranges.split(',').flatMap((range) => {
        const [first = 0, last = first] = range
          .slice(2)
          .split('-')
          .map((hex) => parseInt(hex, 16));
        return Array.from({ length: last - first + 1 }, (_, index) => first + index);
      }),
    }),
  );
}

const faces = facesOf(read('public/css/fonts.css'));
/** What comes with each page of ours, and what is fetched only for what people wrote. */
const preloaded = faces.filter(({ file }) => /\/(core|korean)\.woff2$/.test(file));

/** The characters of texts that the pages' own fonts cannot draw. */
function undrawn(text: string): string {
  const drawn = new Set(preloaded.flatMap(({ characters }) => characters));
  const lacking = [...new Set(text)].filter((one) => {
    const point = one.codePointAt(0) ?? 0;
    return point >= 0x20 && !drawn.has(point);
  });
  return lacking.join('');
}

describe('the font', () => {
  it('has every character that our own pages say; if not, run `npm run fonts`', () => {
    const paths = ['locales', 'views'].flatMap((folder) =>
      readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(json|ejs)$/.test(path))
        .map((path) => join(folder, path)),
    );
    expect(paths.length).toBeGreaterThan(40);
    for (const path of [...paths, 'prisma/seed.ts', 'src/platform/i18n/language.ts']) {
      expect([path, undrawn(read(path))]).toEqual([path, '']);
    }
    const format = new Intl.DateTimeFormat('ko', { dateStyle: 'full', timeStyle: 'medium' });
    for (let hour = 0; hour < 24 * 7; hour += 6) {
      expect(undrawn(format.format(Date.UTC(2026, 10, 1, hour)))).toBe('');
    }
    expect(undrawn('150,000원 뷁')).toBe('뷁');
  });

  it('is in the version that its rules name, one file for a character', () => {
    const files = readdirSync(join(packageRoot(), 'public/fonts'));
    expect([...new Set(faces.map(({ file }) => file.split('/').at(-1)))].sort()).toEqual(
      files.filter((name) => name !== 'LICENSE.txt').sort(),
    );
    for (const { file, version } of faces) {
      const content = readFileSync(join(packageRoot(), 'public', file));
      const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
      expect([file, version]).toEqual([file, hash]);
    }
    const characters = faces
      .filter(({ family }) => family !== 'CooCook UI Written')
      .flatMap((face) => face.characters);
    expect(new Set(characters).size).toBe(characters.length);
    const written = Array.from('얌똠갉쩝값Łㅋ', (one) => one.codePointAt(0));
    expect(characters).toEqual(expect.arrayContaining(written));
    expect(read('public/fonts/LICENSE.txt')).toContain('SIL OPEN FONT LICENSE');
  });

  it('has the weights that the styles ask for; our own words move nothing, and those of people are shown', () => {
    const styles = readStylesheet(join(packageRoot(), 'public'));
    const weights = [...styles.matchAll(/font(?:-weight)?:\s*(\d{3})[ ;]/g)].map(([, weight]) =>
      Number(weight),
    );
    expect(weights).toContain(650);
    for (const { weights: has, display, family } of faces) {
      const isOwn = ['CooCook UI', 'CooCook UI Korean'].includes(family ?? '');
      expect([family, ...has, display]).toEqual([family, 400, 700, isOwn ? 'optional' : 'swap']);
      expect([Math.min(...weights) >= 400, Math.max(...weights) <= 700]).toEqual([true, true]);
    }
  });

  it.each([
    ['en', ['core']],
    ['ko', ['core', 'korean']],
  ])('comes with a page in %s: %s', async (language, names) => {
    const answer = await t
      .send('get', '/')
      .set('Accept', 'text/html')
      .set('Accept-Language', language);
    const links = pageOf(answer).findAll('link[rel="preload"][as="font"][crossorigin]');
    const addresses = links.map((link) => link.href ?? '');
    const named = names.map((name) =>
      preloaded.find(({ file }) => file.endsWith(`/${name}.woff2`)),
    );
    expect(addresses).toEqual(named.map((face) => `${face?.file}?v=${face?.version}`));
    for (const address of addresses) {
      const { headers, status } = await t.send('get', address);
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'font/woff2',
        'public, max-age=31536000, immutable',
      ]);
    }
  });
});
