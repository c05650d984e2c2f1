import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ejs from 'ejs';

type Locals = Record<string, unknown>;
type Template = (locals: object) => string;

/** The names that a view can use, the templates compiled for them, and the scopes of its partials. */
interface Scope {
  names: string[];
  templates: Map<string, Template>;
  partials: Map<string, Scope>;
}

interface TemplateOptions {
  folder: string;
  /** What every view can use. */
  helpers: Locals;
  cache: boolean;
}

const OPTIONS = { rmWhitespace: true, _with: false, unsafePrototypeLocals: true };

/**
 * Renders EJS views, each compiled once for each set of names that it is given. EJS looks names up
 * by `with`, and for each partial copies all of them and asks the disk for the file.
 */
export function createTemplates({ folder, helpers, cache }: TemplateOptions) {
  const outermost = scopeOf(Object.keys(helpers));

  function show(view: string, scope: Scope, locals: Locals): string {
    let template = scope.templates.get(view);
    if (template === undefined) {
      template = compile(join(folder, `${view}.ejs`), scope.names);
      if (cache) scope.templates.set(view, template);
    }
    const include = (partial: string, given: Locals = {}) =>
      show(join(dirname(view), partial), innerScope(scope, given), { ...locals, ...given });
    return template({ __proto__: helpers, ...locals, include });
  }

  return (view: string, locals: Locals): string =>
    show(view, innerScope(outermost, locals), locals);
}

/** In blocks of its own a view can give a name another meaning. */
function compile(path: string, names: string[]): Template {
  const source = readFileSync(path, 'utf8').trim();
  const words = new Set(source.match(/\w+/g));
  const used = ['include', ...names.filter((name) => words.has(name))];
  const template = `<%{const {${used.join()}}=locals;{%>${source}<%}}%>`;
  return ejs.compile(template, { filename: path, ...OPTIONS });
}

function scopeOf(names: string[]): Scope {
  return { names, templates: new Map(), partials: new Map() };
}

function innerScope(outer: Scope, given: Locals): Scope {
  const names = Object.keys(given);
  const key = names.join();
  let scope = outer.partials.get(key);
  if (scope === undefined) {
    scope = scopeOf([...new Set([...outer.names, ...names])]);
    outer.partials.set(key, scope);
  }
  return scope;
}
