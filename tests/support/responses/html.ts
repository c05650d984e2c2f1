import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { parseHTML } from 'linkedom';

const INLINE = new Set('a abbr b bdi code em i label mark s small span strong time u'.split(' '));
const UNREAD = new Set(['script', 'style', 'template', 'head']);
/** Elements that are named by their text alone, and what they may not hold to be so. */
const NAMED_BY_TEXT = ':is(a, button, h1, h2, h3, h4, h5, h6):not([aria-label], [aria-labelledby])';
const NOT_TEXT = 'img, svg, [aria-label], [aria-hidden]';
const FIELDS = 'input:not([type=hidden]), select, textarea';

/** A name in full, or what it matches. */
type Name = string | RegExp;

/** A page, or a part of one, as its reader meets it: by roles and accessible names, not by markup. */
export class Part {
  constructor(readonly element: Element) {}

  /** The words as they are read: without markup, white space collapsed. */
  get text(): string {
    return collapse(wordsIn(this.element));
  }

  /** The accessible name: the text of a link, the label of a field, the caption of a table. */
  get name(): string {
    // The library drops spaces at the edges of inline elements, which browsers keep.
    if (this.element.matches(NAMED_BY_TEXT) && !this.element.querySelector(NOT_TEXT)) {
      return this.text;
    }
    return collapse(computeAccessibleName(this.element, { getComputedStyle: styleOf }));
  }

  get href(): string | null {
    return this.attribute('href');
  }

  attribute(name: string): string | null {
    return this.element.getAttribute(name);
  }

  /** All parts of an ARIA role, in their order; those of one name if a name is given. */
  all(role: string, name?: Name): Part[] {
    return this.findAll('*').filter(
      (part) => roleOf(part.element) === role && (name === undefined || fits(part.name, name)),
    );
  }

  /** The one part of a role and name. @throws Error naming what is there, when there is none or more */
  the(role: string, name?: Name): Part {
    return only(this.all(role, name), `${role} ${String(name ?? '')}`, () =>
      this.all(role).map((part) => part.name),
    );
  }

  has(role: string, name?: Name): boolean {
    return this.all(role, name).length > 0;
  }

  heading(name?: Name): Part {
    return this.the('heading', name);
  }

  link(name: Name): Part {
    return this.the('link', name);
  }

  button(name: Name): Part {
    return this.the('button', name);
  }

  /** The field of a label, or of a label that a group gives it. */
  field(label: Name): Part {
    const fields = this.findAll(FIELDS);
    const labelled = fields.filter((part) => fits(part.name, label));
    return only(labelled, `field ${String(label)}`, () => fields.map((part) => part.name));
  }

  /** The fields that a form sends under a name, hidden ones included. */
  fields(name: string): Part[] {
    return this.findAll('input, select, textarea, button').filter(
      (part) => part.attribute('name') === name,
    );
  }

  /** What a form would send under a name: what is entered, chosen or ticked. */
  values(name: string): string[] {
    return this.fields(name).flatMap(({ element }) => {
      const type = element.getAttribute('type') ?? '';
      if (element.matches('button')) return [];
      if (['checkbox', 'radio'].includes(type) && !element.hasAttribute('checked')) return [];
      if (element.matches('textarea')) return [decoded(element).replace(/^\r?\n/, '')];
      if (!element.matches('select')) return [element.getAttribute('value') ?? ''];
      const options = [...element.querySelectorAll('option')];
      const chosen = options.find((one) => one.hasAttribute('selected')) ?? options[0];
      return chosen ? [chosen.getAttribute('value') ?? ''] : [];
    });
  }

  /** What can be chosen under a name: the values of its radio buttons, boxes and buttons. */
  choices(name: string): string[] {
    return this.fields(name).map((part) => part.attribute('value') ?? '');
  }

  /** Where all links lead, in their order. */
  hrefs(): string[] {
    return this.all('link').map((part) => part.href ?? '');
  }

  /** The error summary: which field each message leads to. Empty when there is no summary. */
  errors(): Record<string, string> {
    const links = this.all('alert').flatMap((alert) => alert.all('link'));
    return Object.fromEntries(links.map((link) => [(link.href ?? '').slice(1), link.text]));
  }

  /** The texts of all elements of a selector; for what has no role, as `dd` or `strong`. */
  texts(selector: string): string[] {
    return this.findAll(selector).map((part) => part.text);
  }

  findAll(selector: string): Part[] {
    return [...this.element.querySelectorAll(selector)].map((element) => new Part(element));
  }

  /** The one part of a selector. @throws Error when there is none or more */
  find(selector: string): Part {
    return only(this.findAll(selector), selector, () => []);
  }

  closest(selector: string): Part | null {
    const found = this.element.closest(selector);
    return found && new Part(found);
  }
}

/** The page of an answer; one without any markup, as that of a redirect, is a page of its text. */
export function pageOf({ text }: { text: string }): Part {
  const html = text.includes('<html') ? text : `<html><head></head><body>${text}</body></html>`;
  return new Part(parseHTML(html).document.documentElement);
}

/** The title of the document, which names the page in tabs and in what a screen reader says first. */
export const titleOf = (page: Part): string => collapse(decoded(page.find('title').element));

/** The text of an element in which linkedom leaves references such as `&amp;` as they are. */
function decoded(element: Element): string {
  return parseHTML(`<p>${element.textContent}</p>`).document.querySelector('p')?.textContent ?? '';
}

function only(found: Part[], what: string, others: () => string[]): Part {
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  throw new Error(`${found.length} of ${what}; there are: ${others().join(' | ')}`);
}

function roleOf(element: Element): string | null {
  if (element.matches('input:not([type])')) return 'textbox';
  if (element.matches('link')) return null;
  return getRole(element);
}

const fits = (text: string, name: Name) =>
  typeof name === 'string' ? text === name : name.test(text);
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Elements other than inline ones stand apart, also where no white space does. */
function wordsIn(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? '';
  const tag = node.nodeName.toLowerCase();
  if (UNREAD.has(tag)) return '';
  if (tag === 'textarea') return ` ${decoded(node as Element)} `;
  const words = [...node.childNodes].map(wordsIn).join('');
  return INLINE.has(tag) ? words : ` ${words} `;
}

/** As much of the styles as names depend on. */
function styleOf(element: Element): CSSStyleDeclaration {
  const display = INLINE.has(element.nodeName.toLowerCase()) ? 'inline' : 'block';
  const style = { display: element.hasAttribute('hidden') ? 'none' : display };
  const getPropertyValue = (name: string) => (name === 'display' ? style.display : '');
  return { ...style, getPropertyValue } as CSSStyleDeclaration;
}
