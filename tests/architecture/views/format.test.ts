import ejs from 'ejs';
import { check, format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { files, read } from '../support/files.js';

const LONGEST_LINE = 120;

const options = { ...(await resolveConfig('views/a.ejs')), filepath: 'views/a.ejs' };
const tooLong = (view: string) => view.split('\n').filter((line) => line.length > LONGEST_LINE);

describe('a view', () => {
  it(`has no line beyond ${String(LONGEST_LINE)} characters`, () => {
    const views = files('views');
    expect(views.length).toBeGreaterThan(60);
    for (const path of views) expect([path, tooLong(read(path))]).toEqual([path, []]);
  });

  it('is caught when it has one, or is not formatted', async () => {
    const planted = `<p>${'x'.repeat(LONGEST_LINE)}</p>`;
    expect(tooLong(`<p>short</p>\n${planted}\n`)).toEqual([planted]);
    expect(await check('<div><p>a</p></div>\n', options)).toBe(false);
    expect(await check('<div>\n  <p>a</p>\n</div>\n', options)).toBe(true);
  });
});

describe('the formatter of views', () => {
  const locals = { a: 'A', b: '', list: ['1', '2'], t: (words: string) => words };
  const render = (view: string) => ejs.render(view, locals, { rmWhitespace: true });
  /** What a browser shows of white space between inline elements: one space, or none. */
  const seen = (html: string) =>
    html.replace(/\s+/g, ' ').replace(/ ?(<\/?(?:div|p|ul|li)>) ?/g, '$1');

  it.each([
    ['text that flows', `<p>${'one two '.repeat(20)}<b><%= a %></b>, and <i>more</i>.</p>`],
    ['no space between two tags', `<p><b>${'x'.repeat(60)}</b><i>${'y'.repeat(60)}</i></p>`],
    [
      'a condition inside of a word',
      `<p>word<% if (a) { %>s<% } %>, <% if (b) { %>b<% } %>end</p>`,
    ],
    [
      'a space inside of a condition',
      `<p><%= a %><% if (a) { %> <b>${'x'.repeat(90)}</b><% } %></p>`,
    ],
    ['a line break that is trimmed', '<p><% if (a) { -%>\n<%= a -%>\n<% } -%>\nb</p>'],
    ['a loop', '<ul><% for (const one of list) { %><li><%= one %></li><% } %></ul>'],
    ['a loop with spaces', '<p><% for (const one of list) { %><%= one %> <% } %></p>'],
    ['a branch', `<p><% if (b) { %>${'b'.repeat(90)}<% } else { %>${'c'.repeat(90)}<% } %></p>`],
    [
      'a long call',
      `<p><%= t('${'word '.repeat(12)}', { a, b, list, one: a, two: b, three: list }) %>.</p>`,
    ],
    ['a text area', '<textarea>\n  a\n\n  b\n</textarea>'],
  ])('keeps what is seen of %s, and its own result', async (_name, view) => {
    const formatted = await format(view, options);
    expect(seen(render(formatted))).toBe(seen(render(view)));
    expect(await format(formatted, options)).toBe(formatted);
  });

  it('keeps each line break where styles show them', async () => {
    const list = '<ul><% for (const one of list) { %><li><%= one %></li><% } %></ul>';
    const view = `<dd><% if (a) { %>${list}<% } %><% if (b) { %><p><%= b %></p><% } %>${'c '.repeat(60)}</dd>`;
    for (const one of [view, view.replaceAll('{ %><', '{ -%>\n<')]) {
      const formatted = await format(one, options);
      expect(render(formatted)).toBe(render(one));
      expect(await format(formatted, options)).toBe(formatted);
    }
  });

  it('keeps attributes apart, and their order', async () => {
    const view = `<input name="a" <% if (a) { %>checked<% } %><% if (b) { %> disabled<% } %> value="<%= a %>">`;
    const flat = (html: string) => html.replace(/\s+/g, ' ').replace(' >', '>').trim();
    expect(flat(render(await format(view, options)))).toBe('<input name="a" checked value="A">');
  });

  it('refuses a block that is not closed', async () => {
    await expect(format('<p><% if (a) { %>a</p>', options)).rejects.toThrow('not closed');
  });
});
