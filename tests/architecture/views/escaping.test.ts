import { describe, expect, it } from 'vitest';
import { files, read } from '../support/files.js';

/**
 * Unescaped output in a view: anything but a partial, the page inside its layout, and written words
 * whose values `tHtml` escapes.
 */
function unescaped(path: string, view: string): string[] {
  return [...view.matchAll(/<%-([^]*?)-?%>/g)]
    .map(([, code = '']) =>
      code
        .trim()
        .replace(/\(\s+/g, '(')
        .replace(/,?\s+\)/g, ')'),
    )
    .filter((code) => !/^include\('[\w./-]+'(, \{[^]*\})?\);?$/.test(code))
    .filter(
      (code) =>
        !/^tHtml\(\s*('[^']+'|"[^"]+")(\s*\+\s*('[^']+'|"[^"]+"))*(,\s*\{[^]*\})?\)$/.test(code),
    )
    .filter((code) => !(code === 'body' && path.startsWith('views/layouts/')))
    .filter((code) => code !== '');
}

describe('a view', () => {
  it('escapes whatever it shows', () => {
    const views = files('views');
    expect(views.length).toBeGreaterThan(20);
    for (const path of views) expect([path, unescaped(path, read(path))]).toEqual([path, []]);
  });

  it('is caught when it does not, and when it holds styles or scripts of its own', () => {
    expect(unescaped('views/chefs/page/show.ejs', '<p><%- chef.bio %></p>')).toEqual(['chef.bio']);
    expect(unescaped('views/chefs/page/show.ejs', '<%- body %>')).toEqual(['body']);
    expect(unescaped('views/a.ejs', '<%-\n  chef.bio\n-%>')).toEqual(['chef.bio']);
    expect(unescaped('views/a.ejs', '<%- chef.rank % 2 %>')).toEqual(['chef.rank % 2']);
    expect(unescaped('views/a.ejs', "<%- tHtml(\n  'a' + chef.bio,\n) %>")).toEqual([
      "tHtml('a' + chef.bio)",
    ]);
    expect(unescaped('views/chefs/page/show.ejs', '<%- tHtml(chef.bio) %>')).toEqual([
      'tHtml(chef.bio)',
    ]);
    for (const path of files('views')) {
      expect([path, /\sstyle=|<style|\son\w+=|<script(?![^>]*src=)/.test(read(path))]).toEqual([
        path,
        false,
      ]);
    }
  });
});
