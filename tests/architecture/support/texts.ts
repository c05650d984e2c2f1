import ts from 'typescript';

/** Words that are the same in every language. */
export const NAMES = ['CooCook', 'API', 'light dark'];
const EJS_TAG = /<%([-=_#%]?)([^]*?)[-_]?%>/g;

/** Whether text reads like words for people, rather than a name for programs. */
export function isWorded(text: string): boolean {
  const isZone = /^[A-Z]\w+\/\w+$/.test(text);
  const reads = /^[A-Z][a-z]|^[A-Z] [a-z]|[a-z]{2} [a-z]{2}|\p{Script=Hangul}/u;
  return !isZone && !NAMES.includes(text) && reads.test(text);
}

export interface Literal {
  text: string;
  /** Whether it is the first argument of t, tHtml, tError, tStored or message. */
  isKey: boolean;
  hasCount: boolean;
}

/** The text literals of code, with a 7 where a template has a value. */
export function literalsIn(code: string): Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isFault(node)) return;
    if (isExample(node)) return;
    if (isDescription(node)) {
      visit(node.expression);
      return;
    }
    const text = textOf(node);
    if (text !== null) {
      const call = ts.isCallExpression(node.parent) ? node.parent : null;
      const name = call?.expression.getText() ?? '';
      const isKey =
        call?.arguments[0] === node && /(^|\.)(t|tHtml|tError|tStored|message)$/.test(name);
      const hasCount = isKey && /\bcount(:|\b *\})/.test(call.arguments[1]?.getText() ?? '');
      found.push({ text, isKey, hasCount });
    }
    if (!ts.isBinaryExpression(node) || text === null) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', code, ts.ScriptTarget.ES2023, true));
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `7${span.literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left !== null && right !== null ? left + right : null;
  }
  return null;
}

/** A fault of ours, which nobody is told about. */
function isFault(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText() === 'Error';
}

/** The description of a schema in the API's document. */
function isDescription(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'meta'
  );
}

/** What the API's document gives as an example. */
function isExample(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && node.name.getText() === 'examples';
}

/** The code of a view, as one program. */
export function codeOf(view: string): string {
  return [...view.matchAll(EJS_TAG)]
    .map(([, kind, code = '']) => (kind === '#' ? '' : kind === '' ? code : `;(${code});`))
    .join('\n');
}

/** Attributes that people read or hear, however they are quoted; `value` is one on a button of input. */
const WORDED_ATTRIBUTE =
  /(?:\s(title|alt|placeholder|label|aria-(?:label|description|placeholder|roledescription|valuetext))=|<input\s+type="?(?:submit|button|reset)"?[^>]*\svalue=|<meta\s+(?:name|property)="(?:\w+:)?(?:description|title)"\s+content=)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Words in a view that are not said by t or tHtml: in its text, its attributes and its code. */
export function hardCoded(view: string): string[] {
  const markup = view.replace(EJS_TAG, '\0');
  const text = markup.replace(/<[^>]*>/g, '\n').split(/[\n\0]/);
  const attributes = [...markup.matchAll(WORDED_ATTRIBUTE)].map(
    ([, , quoted = '', single = '', bare = '']) => quoted + single + bare,
  );
  const shown = [...text, ...attributes.flatMap((value) => value.split('\0'))];
  const code = literalsIn(codeOf(view)).filter(({ isKey }) => !isKey);
  const bare = (one: string) => NAMES.reduce((rest, name) => rest.replaceAll(name, ''), one);
  return [
    ...shown.map((one) => one.trim()).filter((one) => /\p{L}{2}/u.test(bare(one))),
    ...code.map(({ text: literal }) => literal).filter(isWorded),
  ];
}
