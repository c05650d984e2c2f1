import { describe, expect, it } from 'vitest';
import { files, read } from '../support/files.js';
import { hardCoded, isWorded, literalsIn, NAMES } from '../support/texts.js';

describe('a view', () => {
  it('says nothing by itself', () => {
    for (const path of files('views')) expect([path, hardCoded(read(path))]).toEqual([path, []]);
  });

  it.each([
    ['<h1>Find a chef</h1>', 'Find a chef'],
    ['<p><%= name %> cooks</p>', 'cooks'],
    ['<p>셰프 찾기</p>', '셰프 찾기'],
    ['<nav aria-label="Pages"></nav>', 'Pages'],
    ['<img alt="A plate">', 'A plate'],
    ["<input placeholder='Search here'>", 'Search here'],
    ['<a title=Here href="/">1</a>', 'Here'],
    ['<input type="submit" value="Send it">', 'Send it'],
    ['<input\n  type="submit"\n  value="Send it"\n>', 'Send it'],
    ['<optgroup label="In town"></optgroup>', 'In town'],
    ['<p aria-label="<%= count %> chefs">1</p>', 'chefs'],
    ['<meta property="og:title" content="A chef">', 'A chef'],
    ["<%= one ? '셰프' : '' %>", '셰프'],
    ["<%- include('field', { label: 'E-mail address' }) %>", 'E-mail address'],
    ['<%= one ? `Up to ${max}` : t("All") %>', 'Up to 7'],
  ])('is caught when it does: %s', (planted, words) => {
    expect(hardCoded(planted)).toEqual([words]);
  });
});

/** Texts that a script would put on a page; it may only move and show those that the server wrote. */
function wordsOfScript(code: string): string[] {
  return literalsIn(code)
    .map(({ text }) => text)
    .filter((text) => isWorded(text) && !PROGRAM_TEXTS.includes(text));
}

/** A header's name, a key's, and prices as the server writes them. */
const PROGRAM_TEXTS = ['Accept', 'Escape', '7원'];

describe('a script of the pages', () => {
  it('says nothing by itself', () => {
    const scripts = files('public/js');
    expect(scripts.length).toBeGreaterThan(3);
    for (const path of scripts) expect([path, wordsOfScript(read(path))]).toEqual([path, []]);
  });

  it.each([
    ["button.textContent = 'Show more'", 'Show more'],
    ['say(`${count} new bookings`)', '7 new bookings'],
    ["label.ariaLabel = '더 보기'", '더 보기'],
  ])('is caught when it does: %s', (planted, words) => {
    expect(wordsOfScript(planted)).toEqual([words]);
  });
});

describe.each(['offline', 'busy'])('the page %s.html, made for when nothing else is', (name) => {
  it('says in Korean whatever it says in English', () => {
    const body = read(`public/${name}.html`).split('<body>')[1] ?? '';
    const korean = [...body.matchAll(/<(\w+)[^>]* lang="ko">[^]*?<\/\1>/g)].map(([part]) => part);
    const english = korean.reduce((rest, part) => rest.replace(part, ''), body);
    const texts = (html: string) =>
      html
        .split(/<[^>]*>/)
        .map((text) => text.replace('·', '').trim())
        .filter((text) => text !== '' && !NAMES.includes(text));
    expect(texts(english).length).toBe(3);
    expect(texts(english).filter((text) => /\p{Script=Hangul}/u.test(text))).toEqual([]);
    const said = texts(korean.join('\n'));
    expect(said.filter((text) => /\p{Script=Hangul}/u.test(text)).length).toBe(3);
    expect(said.length).toBe(3);
  });
});
