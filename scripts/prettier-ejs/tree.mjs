import { tokensOf } from './tokens.mjs';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * The tree of a template. Every node has `before`, the white space in front of it in the page: `none`,
 * `trimmed` (a line break of the source alone, after `-%>`), `space`, `line` or `blank` (an empty line).
 * Nodes: `element` and `control` (branches of an if, a loop) have children and `end`, the white space
 * after the last; `ejs`, `word`, `verbatim`, `open` and `close` (a tag without its other half here).
 * @throws Error when blocks are not closed
 */
export function treeOf(text) {
  const root = { type: 'root', children: [] };
  const open = [root];
  let before = 'none';
  let trims = false;
  for (const token of tokensOf(text).flatMap(split)) {
    if (token.type === 'space') {
      before = spaceOf(token.value, trims);
      continue;
    }
    add(open, { ...token, before });
    before = 'none';
    trims = token.type === 'ejs' && token.trim;
  }
  while (open.at(-1).type === 'element') loosen(open);
  if (open.length > 1) throw new Error(`A block is not closed: ${open.at(-1).head}`);
  root.end = before;
  return root;
}

function spaceOf(value, trims) {
  const lines = value.split('\n').length - 1;
  if (lines > 1) return trims ? 'blank-trimmed' : 'blank';
  if (lines === 1) return trims ? 'trimmed' : 'line';
  return 'space';
}

/** Puts a token where it belongs; `open` are the nodes that are not closed yet. */
function add(open, token) {
  const parent = open.at(-1);
  if (token.type === 'open') {
    const node = { ...token, attributes: attributesOf(token.inner), children: [], end: 'none' };
    parent.children.push(node);
    if (VOID.has(token.name) || token.slash) node.type = 'open';
    else {
      node.type = 'element';
      open.push(node);
    }
  } else if (token.type === 'close') {
    if (parent.type === 'element' && parent.name === token.name) {
      parent.end = token.before;
      open.pop();
    } else if (isOpen(open, token.name)) {
      loosen(open);
      add(open, token);
    } else parent.children.push(token);
  } else if (token.type === 'ejs' && token.mark === '') addScript(open, token);
  else parent.children.push(token);
}

/** Whether the element is open inside of the innermost block. */
function isOpen(open, name) {
  const inside = open.slice(open.findLastIndex(({ type }) => type !== 'element') + 1);
  return inside.some((node) => node.name === name);
}

/** Makes the innermost element, which is not closed in its block, an opening tag and what follows. */
function loosen(open) {
  const { children, ...tag } = open.pop();
  const siblings = open.at(-1).children;
  siblings.splice(-1, 1, { ...tag, type: 'open' }, ...children);
}

function addScript(open, token) {
  const closes = token.code.startsWith('}');
  const opens = token.code.endsWith('{');
  if (closes) {
    while (open.at(-1).type === 'element') loosen(open);
    const branch = open.at(-1);
    if (branch.type !== 'branch') throw new Error(`Nothing to close: ${token.code}`);
    branch.end = token.before;
    open.pop();
    if (!opens) {
      branch.control.closing = token.code;
      return;
    }
    open.push(branchOf(branch.control, token));
  } else if (opens) {
    const control = { type: 'control', before: token.before, branches: [] };
    open.at(-1).children.push(control);
    open.push(branchOf(control, token));
  } else {
    const js = { type: 'code', kind: 'statements', code: token.code };
    open.at(-1).children.push({ ...token, js, script: true });
  }
}

function branchOf(control, { code }) {
  const head = { type: 'code', kind: 'head', code };
  const branch = { type: 'branch', control, head, children: [], end: 'none' };
  Object.defineProperty(branch, 'control', { enumerable: false });
  control.branches.push(branch);
  return branch;
}

/** `for (…) { const x = …;` is a head and a statement. */
function split(token) {
  if (token.type !== 'ejs' || token.mark !== '') return [token];
  const [, head, rest] = /^((?:for|if)\s*\(.*\)\s*\{)\s*(const .*;)$/s.exec(token.code) ?? [];
  if (!head || head.includes(') {', head.indexOf(') {') + 1)) return [token];
  return [
    { ...token, code: head, trim: true },
    { type: 'space', value: '\n' },
    { ...token, code: rest },
  ];
}

/** Attributes, with blocks between them. */
function attributesOf(tokens) {
  const root = { type: 'root', children: [] };
  const open = [root];
  for (const token of tokens) add(open, { ...token, before: 'line' });
  if (open.length > 1) throw new Error('A block in a tag is not closed');
  return root.children;
}
