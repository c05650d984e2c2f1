import { describe, expect, it } from 'vitest';
import { files, read } from '../support/files.js';
import { programsIn } from '../support/programs.js';

describe('a view', () => {
  it('shows what it is given, and is no program', () => {
    const views = files('views');
    expect(views.length).toBeGreaterThan(60);
    for (const path of views) expect([path, programsIn(read(path))]).toEqual([path, []]);
  });

  it.each([
    ['if and else', '<% if (a > 1) { %>1<% } else if (b) { %>2<% } else { %>3<% } %>'],
    ['for … of', '<% for (const [index, one] of list.entries()) { %><%= index + 1 %><% } %>'],
    ['a constant', '<% const { total, refund = null } = price; -%>'],
    ['words and formats', "<%= isOver ? t('Over') : momentIn(at, zone) %>"],
    ['partials', "<%- include('./_price', { ...price, hours: 2 }) %><%# a note: () => 1 %>"],
  ])('may hold %s', (_name, view) => {
    expect(programsIn(view)).toEqual([]);
  });

  it.each([
    ['<% const gap = (minutes) => minutes / 60; %>', '(minutes) => minutes / 60'],
    ['<% function gap() {} %>', 'function gap() {}'],
    ['<%= list.filter(Boolean) %>', 'list.filter(Boolean)'],
    ['<% for (const one of list.toSorted()) { %><% } %>', 'list.toSorted()'],
    ["<%- include('./_a', { to: (page) => page }) %>", '(page) => page'],
    ['<% if (/^\\d+$/.test(price)) { %><% } %>', '/^\\d+$/.test(price)'],
    ['<%= new Date(at) %>', 'new Date(at)'],
    ['<%= Date.parse(at) %>', 'Date.parse(at)'],
    ['<%= Number(guests) %>', 'Number(guests)'],
    ['<%= a ? 1 : (b ? 2 : 3) %>', 'a ? 1 : (b ? 2 : 3)'],
    ['<% let total = 0; %>', 'let total = 0;'],
    ['<% const a = 1; const b = 2; %>', 'const a = 1; const b = 2;'],
    ['<% const a = 1, b = 2; %>', 'const a = 1, b = 2;'],
    ['<% total += 1; %>', 'total += 1;'],
    ['<% if (a) { total += 1; } %>', 'if (a) { total += 1; }'],
    ['<% for (let a = 1; a < 3; a += 1) { %><% } %>', 'for (let a = 1; a < 3; a += 1) {'],
  ])('is caught when it is one: %s', (planted, program) => {
    expect(programsIn(planted)).toContain(program);
  });
});
