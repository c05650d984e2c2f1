import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in a part of the page, as rule and element. */
export async function axeFindings(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  // In the page itself: no page of ours has frames.
  const found = await page.evaluate(
    async ([selector, only]) => {
      const its = (window as unknown as { axe: typeof axe }).axe;
      return (await its.run(selector, { runOnly: only, resultTypes: ['violations'] })).violations;
    },
    [part, TAGS] as const,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  );
}

/**
 * What is wrong with how a page is built, beyond axe: one h1, no level of heading left out, ids
 * once, references that lead somewhere, wrong fields tied to their message, autocomplete where a
 * field is about the person, tables with headers, and nothing in motion for who asked for none.
 */
export function structureFindings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const all = [...document.querySelectorAll('*')];
    const say = (what: string, element: Element) =>
      found.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
    const isShown = (element: Element) => element.checkVisibility();

    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(isShown);
    const ones = headings.filter(({ tagName }) => tagName === 'H1');
    if (ones.length !== 1) found.push(`${ones.length} h1`);
    let level = 1;
    for (const heading of headings) {
      const own = Number(heading.tagName[1]);
      if (own > level + 1) say(`heading after h${level}`, heading);
      level = own;
    }

    const ids = new Set<string>();
    for (const { id } of all) {
      if (id !== '' && ids.has(id)) found.push(`id twice: ${id}`);
      ids.add(id);
    }
    for (const name of ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'list']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const named = (element.getAttribute(name) ?? '').split(' ');
        if (!named.every((id) => ids.has(id))) say(`${name} leads nowhere`, element);
      }
    }
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      if (!ids.has(link.getAttribute('href')?.slice(1) ?? '')) say('link leads nowhere', link);
    }

    for (const message of document.querySelectorAll('.error-message')) {
      if (!message.id || !document.querySelector(`[aria-describedby~="${message.id}"]`)) {
        say('message tied to no field', message);
      }
    }
    const personal = 'input[type=email], input[type=password], textarea[name=address]';
    for (const field of document.querySelectorAll(personal)) {
      if (!field.hasAttribute('autocomplete')) say('no autocomplete', field);
    }
    for (const table of document.querySelectorAll('table')) {
      if (!table.querySelector('caption') && !table.hasAttribute('aria-labelledby')) {
        say('no caption', table);
      }
      if (!table.querySelector('th[scope]')) say('no headers', table);
    }
    for (const drawing of document.querySelectorAll('svg')) {
      const named = drawing.getAttribute('role') === 'img' && drawing.hasAttribute('aria-label');
      if (!named && !drawing.closest('[aria-hidden=true]'))
        say('neither named nor hidden', drawing);
    }
    const frame = document.querySelectorAll('header, footer, nav');
    for (const element of document.documentElement.lang === 'ko' ? [] : frame) {
      const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const { parentElement, textContent } = words.currentNode;
        const isKorean = /\p{Script=Hangul}/u.test(textContent ?? '');
        if (isKorean && !parentElement?.closest('[lang=ko]')) say('not marked as Korean', element);
      }
    }
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      for (const element of all) {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
        const longest = Math.max(...transitionDuration.split(',').map(parseFloat));
        const moves = animationName !== 'none' && parseFloat(animationDuration) > 0.01;
        if (longest > 0.01 || moves) say('moves', element);
      }
    }
    return found;
  });
}

/**
 * What does not fit the screen: a page that scrolls sideways, text that is cut off, targets smaller
 * than `target` pixels. Links inside of sentences may be as low as their line (WCAG 2.5.8).
 */
export function fitFindings(page: Page, target: number): Promise<string[]> {
  return page.evaluate((least) => {
    const found: string[] = [];
    const root = document.documentElement;
    const nameOf = (element: Element) =>
      `${element.outerHTML.replace(/\s+/g, ' ').slice(0, 120)} …${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}`;
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    };
    const shown = [...document.body.querySelectorAll('*')].filter(isShown);

    if (root.scrollWidth > root.clientWidth) {
      const wide = shown.filter(
        (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
      );
      found.push(`scrolls sideways: ${wide.slice(0, 3).map(nameOf).join(' | ')}`);
    }
    for (const element of shown) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = (overflow: string) => ['hidden', 'clip'].includes(overflow);
      const tall = cuts(overflowY) && element.scrollHeight > element.clientHeight + 1;
      const wide = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1;
      if ((tall || wide) && element.textContent.trim() !== '' && element.clientHeight > 1) {
        found.push(`cut off: ${nameOf(element)}`);
      }
    }
    const targets = 'a[href], button, input, select, textarea, summary, [role=button]';
    for (const element of shown.filter((one) => one.matches(targets))) {
      if (element.closest('svg, .visually-hidden') || isInSentence(element)) continue;
      const { width, height } = areaOf(element).getBoundingClientRect();
      if (width < least - 0.5 || height < least - 0.5) {
        found.push(`target of ${Math.round(width)}×${Math.round(height)}: ${nameOf(element)}`);
      }
    }
    return found;

    /** A link, or a button that looks like one, with words before or after it in its line. */
    function isInSentence(element: Element): boolean {
      if (!getComputedStyle(element).display.startsWith('inline')) return false;
      const around = element.closest('p, li, dd, span');
      const words = [...(around?.childNodes ?? [])].filter((one) => !one.contains(element));
      return words.some(({ textContent }) => /[\p{L}\d]/u.test(textContent ?? ''));
    }
    /** What can be pressed: the label with its box, the whole card of a link that covers it. */
    function areaOf(element: Element): Element {
      const { position, content, inset } = getComputedStyle(element, '::after');
      if (content !== 'none' && position === 'absolute' && inset === '0px') {
        return (element as HTMLElement).offsetParent ?? element;
      }
      const isBox = element.matches('input[type=checkbox], input[type=radio]');
      return (isBox && element.closest('label')) || element;
    }
  }, target);
}
