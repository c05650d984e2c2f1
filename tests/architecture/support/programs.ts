import ts from 'typescript';
import { codeOf } from './texts.js';

const SCRIPTLET = /<%_?(?![-=#%])([^]*?)[-_]?%>/g;

/** Parts of a view that are a program: steps that only code in src takes, and what it works out there. */
export function programsIn(view: string): string[] {
  const scriptlets = [...view.matchAll(SCRIPTLET)].map(([, code = '']) => code.trim());
  const found = scriptlets.filter((code) => !isOneStep(code));
  const visit = (node: ts.Node): void => {
    if (isWorkedOut(node)) found.push(node.getText());
    else ts.forEachChild(node, visit);
  };
  visit(parsed(codeOf(view)));
  return found;
}

const parsed = (code: string) =>
  ts.createSourceFile('x.js', code, ts.ScriptTarget.ES2023, true, ts.ScriptKind.JS);

/** Whether a scriptlet is no more than an if, an else, a for … of, their end, or one const. */
function isOneStep(code: string): boolean {
  const begun = code.startsWith('}') ? `if (true) {${code}` : code;
  const { statements } = parsed(code.endsWith('{') ? `${begun}}` : begun);
  const [step, ...others] = statements;
  if (step === undefined || others.length > 0) return false;
  if (ts.isForOfStatement(step)) return isEmpty(step.statement);
  if (!ts.isVariableStatement(step)) return isEmpty(step);
  const { flags, declarations } = step.declarationList;
  return (flags & ts.NodeFlags.Const) !== 0 && declarations.length === 1;
}

function isEmpty(branch: ts.Statement): boolean {
  if (!ts.isIfStatement(branch)) return ts.isBlock(branch) && branch.statements.length === 0;
  const { thenStatement, elseStatement } = branch;
  return isEmpty(thenStatement) && (elseStatement === undefined || isEmpty(elseStatement));
}

/** A function, an object or a pattern made here, a choice within a choice, a call of what is not given. */
function isWorkedOut(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return !isGiven(node.expression);
  if (ts.isConditionalExpression(node)) {
    return [node.condition, node.whenTrue, node.whenFalse].some(isChoice);
  }
  return ts.isFunctionLike(node) || ts.isNewExpression(node) || ts.isRegularExpressionLiteral(node);
}

function isChoice(node: ts.Expression): boolean {
  return ts.isParenthesizedExpression(node)
    ? isChoice(node.expression)
    : ts.isConditionalExpression(node);
}

/** What can be called: a function with a name of its own, and entries(), which numbers a list. */
function isGiven(called: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(called)) return called.name.text === 'entries';
  return ts.isIdentifier(called) && !Object.hasOwn(globalThis, called.text);
}
