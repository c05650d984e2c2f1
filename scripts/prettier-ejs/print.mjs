import { doc } from 'prettier';

const { fill, group, hardline, ifBreak, indent, join, line, literalline, softline } = doc.builders;
const GAPS = {
  none: '',
  space: ' ',
  line,
  soft: softline,
  hard: hardline,
  blank: [hardline, hardline],
};

/** The printer that prettier calls for each node; `embed` prints the JavaScript of a tag. */
export const printer = {
  print: (path, _options, print) => PRINT[path.node.type](path, print),
  embed: ({ node }) =>
    node.type === 'code' ? (textToDoc) => printCode(node, textToDoc) : undefined,
  getVisitorKeys: ({ type }) => CHILDREN[type] ?? [],
};

const CHILDREN = {
  root: ['children'],
  element: ['attributes', 'children'],
  open: ['attributes'],
  control: ['branches'],
  branch: ['head', 'children'],
  attribute: ['parts'],
  ejs: ['js'],
};

const PRINT = {
  root: (path, print) => [printList(path, print), hardline],
  element(path, print) {
    const { node } = path;
    const close = `</${node.name}>`;
    if (node.children.length === 0) return [printOpen(path, print), close];
    const [first, last] = [node.gaps[0], node.gaps.at(-1)];
    const content = indent([GAPS[first], printList(path, print)]);
    return group([printOpen(path, print), content, GAPS[last], close]);
  },
  open: printOpen,
  close: ({ node }) => `</${node.name}>`,
  control(path, print) {
    const { node } = path;
    const branches = path.map(print, 'branches');
    const closing = ['<% ', node.closing, ' ', dashOf(node), '%>'];
    const printed = [...branches, closing];
    return node.mode === 'group' ? group(printed, { id: node.id }) : printed;
  },
  branch(path, print) {
    const { node } = path;
    const head = ['<% ', path.call(print, 'head'), ' ', dashOf(node), '%>'];
    if (node.children.length === 0) return [group(head), GAPS[node.gaps[0]]];
    const [first, last] = [node.gaps[0], node.gaps.at(-1)];
    return [group(head), indent([GAPS[first], printList(path, print)]), GAPS[last]];
  },
  attribute: (path, print) => path.map(print, 'parts'),
  ejs(path, print) {
    const { node } = path;
    const end = [dashOf(node), '%>'];
    if (node.mark === '#') return printComment(node, end);
    if (node.js === undefined) return ['<% ', node.code, ' ', end];
    const code = path.call(print, 'js');
    if (node.mark !== '') return group(['<%', node.mark, ' ', code, ' ', end]);
    return group(['<%', indent([line, code]), line, end]);
  },
  code: ({ node }) => node.code.replace(/\s+/g, ' '),
  text: ({ node }) => join(literalline, node.value.split('\n')),
  verbatim: ({ node }) => join(literalline, node.value.split('\n')),
  word: ({ node }) => node.value,
};

function dashOf({ dash, group: groupId }) {
  return dash === 'yes' ? '-' : dash === 'broken' ? ifBreak('-', '', { groupId }) : '';
}

/** The children with the gaps between them; text flows. */
function printList(path, print) {
  const { children, gaps } = path.node;
  const printed = path.map(print, 'children');
  const lines = [];
  let parts = [];
  children.forEach((_child, index) => {
    const gap = index === 0 ? 'start' : gaps[index];
    if (gap === 'hard' || gap === 'blank') {
      lines.push(fill(parts), GAPS[gap]);
      parts = [printed[index]];
    } else if (gap === 'start') parts = [printed[index]];
    else if (gap === 'line') parts.push(line, printed[index]);
    else parts.push([parts.pop(), GAPS[gap], printed[index]]);
  });
  return [...lines, fill(parts)];
}

function printOpen(path, print) {
  const { name, attributes, slash } = path.node;
  const end = slash ? ' />' : '>';
  if (attributes.length === 0) return [`<${name}`, end];
  const printed = path.map(print, 'attributes');
  return group([
    `<${name}`,
    indent([line, join(line, printed)]),
    slash ? line : softline,
    end.trim(),
  ]);
}

function printComment({ code }, end) {
  const words = code.split(/\s+/);
  return ['<%# ', indent(fill(join(line, words))), ' ', end];
}

async function printCode({ kind, code }, textToDoc) {
  if (kind === 'statements') return textToDoc(code, { parser: 'babel' });
  const expression = (text) =>
    textToDoc(text, { parser: '__js_expression', __isInHtmlInterpolation: true });
  return kind === 'expression' ? expression(code) : printHead(code, expression);
}

/** What begins a block; as it is, if it is none of the known forms. */
async function printHead(code, expression) {
  const raw = code.replace(/\s+/g, ' ');
  const [, keyword, condition] = /^((?:\} else )?if|while) \((.*)\) \{$/s.exec(code) ?? [];
  if (keyword) {
    return group([keyword, ' (', indent([softline, await expression(condition)]), softline, ') {']);
  }
  const [, name, list] = /^for \(const (.+?) of (.*)\) \{$/s.exec(code) ?? [];
  if (!name) return raw;
  return group(['for (const ', name, ' of ', await expression(list), ') {']);
}
