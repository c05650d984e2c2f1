import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../../src/platform/paths.js';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf } from '../../../support/responses/html.js';

interface Manifest {
  id: string;
  name: string;
  start_url: string;
  scope: string;
  display: string;
  description: string;
  lang: string;
  theme_color: string;
  background_color: string;
  icons: { src: string; type: string; sizes: string; purpose?: string }[];
  shortcuts: { name: string; url: string }[];
}

const t = useTestApp();
const inPublic = (path: string) => join(packageRoot(), 'public', path);
const html = (path: string) => t.send('get', path).set('Accept', 'text/html');

describe('the web manifest', () => {
  it('is linked from every page and has all that installing needs', async () => {
    const home = pageOf(await html('/'));
    expect(home.find('link[rel="manifest"]').href).toBe('/manifest.webmanifest');
    const response = await t.send('get', '/manifest.webmanifest');
    expect(response.headers['content-type']).toMatch(/^application\/manifest\+json/);
    const manifest = JSON.parse(readFileSync(inPublic('manifest.webmanifest'), 'utf8')) as Manifest;
    expect(manifest).toMatchObject({
      id: '/',
      name: 'CooCook',
      start_url: '/',
      scope: '/',
      display: 'standalone',
    });
    const tokens = readFileSync(inPublic('css/tokens.css'), 'utf8');
    expect(tokens).toContain(`--surface: light-dark(${manifest.theme_color},`);
    expect(tokens).toContain(`--paper: light-dark(${manifest.background_color},`);
    const offered = manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`);
    expect(offered).toEqual(
      expect.arrayContaining([
        '192x192 any',
        '512x512 any',
        '192x192 maskable',
        '512x512 maskable',
      ]),
    );
    for (const { url } of manifest.shortcuts) expect((await html(url)).status).toBeLessThan(400);
  });

  it('is in Korean on Korean pages, and the same but for its words', async () => {
    const page = pageOf(await html('/').set('Accept-Language', 'ko'));
    expect(page.find('link[rel="manifest"]').href).toBe('/manifest.ko.webmanifest');
    const [english, korean] = ['manifest.webmanifest', 'manifest.ko.webmanifest'].map(
      (name) => JSON.parse(readFileSync(inPublic(name), 'utf8')) as Manifest,
    );
    const inWords = { description: 'words', lang: 'words', shortcuts: [] };
    expect({ ...korean, ...inWords }).toEqual({ ...english, ...inWords });
    const addresses = (manifest?: Manifest) => manifest?.shortcuts.map(({ url }) => url);
    expect(addresses(korean)).toEqual(addresses(english));
    expect([english?.lang, korean?.lang]).toEqual(['en', 'ko']);
    for (const told of [
      korean?.description,
      ...(korean?.shortcuts.map(({ name }) => name) ?? []),
    ]) {
      expect(told).toMatch(/\p{Script=Hangul}/u);
    }
  });

  it('names icons that are there, in their sizes, opaque where the system cuts them', async () => {
    const manifest = JSON.parse(readFileSync(inPublic('manifest.webmanifest'), 'utf8')) as Manifest;
    for (const { src, type, sizes, purpose } of manifest.icons) {
      const response = await t.send('get', src);
      expect([src, response.status, response.type]).toEqual([src, 200, type]);
      if (sizes === 'any') continue;
      const image = sharp(inPublic(src));
      const { width, height, format } = await image.metadata();
      expect([src, format, `${width}x${height}`]).toEqual([src, 'png', sizes]);
      const { isOpaque } = await image.stats();
      expect([src, isOpaque]).toEqual([src, purpose === 'maskable']);
    }
    const apple = await sharp(inPublic('images/icon-180.png')).metadata();
    expect([apple.width, apple.height]).toEqual([180, 180]);
  });
});

describe('the service worker', () => {
  it('is a script of the site’s root that browsers ask for again', async () => {
    const { headers, text, status } = await t.send('get', '/sw.js');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(headers['cache-control']).toBe('public, no-cache');
    expect(headers['content-security-policy']).toContain("worker-src 'self'");
    expect(text).toMatch(/^const KEPT = \[.*\];\nconst VERSION = '[\w-]{10}';\n/);
  });

  it('keeps static files alone', async () => {
    const { text } = await t.send('get', '/sw.js');
    const kept = JSON.parse(/KEPT = (.*);/.exec(text)?.[1] ?? '[]') as string[];
    expect(kept).toContain('/offline.html');
    for (const path of kept) {
      expect(readFileSync(inPublic(path)).byteLength).toBeGreaterThan(0);
      expect([path, (await t.send('get', path)).headers['set-cookie']]).toEqual([path, undefined]);
    }
    const page = readFileSync(inPublic('offline.html'), 'utf8');
    const needed = pageOf({ text: page })
      .findAll('[href^="/"], [src^="/"]')
      .map((one) => one.attribute('href') ?? one.attribute('src'))
      .filter((path) => path !== '/');
    expect(needed).not.toEqual([]);
    expect(kept).toEqual(expect.arrayContaining(needed));
  });
});
