/** Elements around which, and inside of whose tags, white space is not seen. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption col colgroup datalist dd details dialog div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li link main ' +
    'meta nav ol optgroup option p script section source summary table tbody td tfoot th thead title ' +
    'tr ul circle defs ellipse g line path polygon polyline rect text'
  ).split(' '),
);
/** Whether line breaks are shown (white-space: pre-line), or the content is a plain text. */
const showsLines = (node) =>
  ['dd', 'option', 'title'].includes(node.name) ||
  node.attributes.some(({ parts = [] }) =>
    parts.some(({ value }) => /class=.*\b(as-typed|chef-bio)\b/.test(value)),
  );
const isTrimmed = (space) => space === 'trimmed' || space === 'blank-trimmed';
const isSeen = (space) => space === 'space' || space === 'line' || space === 'blank';
const isBroken = (space) => isTrimmed(space) || space === 'line' || space === 'blank';
const isScript = (node) => node?.type === 'control' || node?.script || node?.mark === '#';
const isPartial = (node) => node?.mark === '-' && node.code.startsWith('include(');

function isBlock(node) {
  if (node === undefined) return false;
  if (node.type === 'control') {
    return node.branches.every(({ children }) => isBlock(children[0]) && isBlock(children.at(-1)));
  }
  if (node.type === 'verbatim') return node.value.startsWith('<!');
  return BLOCKS.has(node.name);
}

/**
 * Decides where lines break, without a change of what is seen. Every list of children gets `gaps`, one
 * more than children: `none`, `space`, `line` (a space that may break), `soft` (nothing, or a break),
 * `hard` or `blank` (always a break, or two). EJS gets `dash`, whether its tag ends with `-%>`, which
 * trims the line break after it: `yes`, `no`, or `broken` (only if the group is broken).
 */
export function layOut(root) {
  layOutList(root, { edge: 'hard', isFree: true, isExact: false });
  return root;
}

/**
 * @param list a node with children and `end`
 * @param edge the gaps before the first child and after the last, null for those of the source
 * @param isFree whether white space at the edges is not seen
 * @param isExact whether all white space stays as it is
 */
function layOutList(list, { edge, isFree, isExact }) {
  const { children } = list;
  children.forEach((child, index) => {
    const isBeside = !isExact && (isBlock(children[index - 1]) || isBlock(child));
    const canStart = child.before !== 'none' || isBeside || (index === 0 && isFree);
    layOutAttributes(child.attributes ?? []);
    if (child.type === 'control') layOutControl(child, canStart, isExact);
    else if (child.type === 'element') layOutElement(child, isExact);
  });
  const spaces = [...children.map(({ before }) => before), list.end];
  list.gaps = spaces.map((space, index) => {
    const around = [children[index - 1], children[index]];
    const isEdge = index === 0 || index === children.length;
    const isHidden = !isExact && (around.some(isBlock) || (isFree && isEdge));
    const gap = gapOf(space, around, { isEdge, isHidden, isExact, edge });
    if (index > 0) children[index - 1].dash = dashOf(children[index - 1], space, { gap, isHidden });
    return gap;
  });
}

function gapOf(space, around, { isEdge, isHidden, isExact, edge }) {
  if (isEdge) {
    if (edge === 'soft' && isSeen(space) && !isHidden) return 'line';
    if (edge !== null) return edge;
    if (space === 'none') return 'none';
  } else if (space.startsWith('blank')) return 'blank';
  if (isTrimmed(space) || isHidden || around.some((node) => node?.mode === 'block')) return 'hard';
  if (space === 'none') return 'none';
  if (isExact) return space === 'space' ? 'space' : 'hard';
  const stands = (node) =>
    node?.type !== 'control' && (isScript(node) || (isPartial(node) && isBroken(space)));
  return around.some(stands) ? 'hard' : 'line';
}

function dashOf(node, space, { gap, isHidden }) {
  const trims = isScript(node)
    ? !isSeen(space) || isHidden
    : isTrimmed(space) || (space === 'none' && !isHidden);
  if (!trims || gap === 'none') return 'no';
  return gap === 'soft' ? 'broken' : 'yes';
}

function layOutElement(node, isExact) {
  const exact = isExact || showsLines(node);
  const isFree = BLOCKS.has(node.name) && !exact;
  layOutList(node, { edge: null, isFree, isExact: exact });
  if (!isFree) return;
  const isLong =
    node.gaps.slice(1, -1).some((gap) => gap === 'hard' || gap === 'blank') ||
    node.children.some((child) => isBlock(child) || child.mode === 'block');
  layOutList(node, { edge: isLong ? 'hard' : 'soft', isFree, isExact: exact });
}

/** Between attributes white space is free, but attributes that a loop repeats need it. */
function layOutAttributes(attributes) {
  for (const node of attributes.filter(({ type }) => type === 'control')) {
    node.mode = 'group';
    for (const branch of node.branches) {
      layOutAttributes(branch.children);
      const start = branch.head.code.startsWith('for') ? 'line' : 'soft';
      branch.gaps = [start, ...branch.children.slice(1).map(() => 'line'), 'soft'];
    }
  }
}

/** `block`: on lines of its own; `group`: the same if it does not fit in one; `inline`: as text. */
function layOutControl(node, canStart, isExact) {
  const { branches } = node;
  const hides = (child) => !isExact && isBlock(child);
  const canEnd = ({ children, end }) =>
    end !== 'none' || hides(children.at(-1)) || ['ejs', 'control'].includes(children.at(-1)?.type);
  const edges = branches.flatMap(({ children, end }) => [children[0]?.before ?? 'none', end]);
  if (!canStart || !branches.every(canEnd) || (isExact && edges.includes('space'))) {
    node.mode = 'inline';
  } else node.mode = hides(node) || edges.some(isBroken) ? 'block' : 'group';
  const edge = { block: 'hard', group: 'soft', inline: null }[node.mode];
  node.id = Symbol('control');
  branches.forEach((branch) => {
    layOutList(branch, { edge, isFree: false, isExact });
    if (branch.children.length > 0) branch.children.at(-1).group = node.id;
    branch.group = node.id;
    const first = branch.children[0]?.before ?? branch.end;
    const isNeedless = first === 'none' || isTrimmed(first) || hides(branch.children[0]);
    const dash = { block: 'yes', group: 'broken', inline: 'no' }[node.mode];
    branch.dash = isNeedless ? dash : 'no';
    if (node.mode === 'inline' && isTrimmed(first)) branch.dash = 'yes';
  });
}
