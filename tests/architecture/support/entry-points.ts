import { join } from 'node:path';
import ts from 'typescript';

/**
 * What a module's entry point offers and nobody outside uses: its exports, and what the objects have
 * that its create functions return, as 'bookings: createBookings.service.waitingOf'.
 */
export function unusedOffers(root: string, module: string, program: ts.Program): string[] {
  const checker = program.getTypeChecker();
  const folder = join(root, 'src/modules', module);
  const entry = program.getSourceFile(join(folder, 'index.ts'));
  const symbol = entry && checker.getSymbolAtLocation(entry);
  if (!entry || !symbol) throw new Error(`There is no entry point of ${module}.`);
  const used = usedOutside(program, checker, (path) => path.startsWith(`${folder}/`));
  return checker.getExportsOfModule(symbol).flatMap((exported) => {
    const target = resolved(exported, checker);
    const name = `${module}: ${exported.name}`;
    if (!isUsed(target, used, checker)) return [name];
    if (!exported.name.startsWith('create')) return [];
    const [signature] = checker.getTypeOfSymbolAtLocation(target, entry).getCallSignatures();
    return signature ? unusedParts(signature.getReturnType(), name, used, checker) : [];
  });
}

/** The parts of an object that nobody uses; looks into the objects that it holds, too. */
function unusedParts(
  type: ts.Type,
  name: string,
  used: Set<ts.Declaration>,
  checker: ts.TypeChecker,
): string[] {
  if (!(type.flags & ts.TypeFlags.Object) || type.getCallSignatures().length > 0) return [];
  if (checker.isArrayLikeType(type)) return [];
  return type.getProperties().flatMap((property) => {
    // What has a key that is computed is looked up by it, not by a name.
    if (!/^\w+$/.test(property.name)) return [];
    const path = `${name}.${property.name}`;
    if (!isUsed(property, used, checker)) return [path];
    const declaration = property.valueDeclaration;
    return declaration
      ? unusedParts(checker.getTypeOfSymbolAtLocation(property, declaration), path, used, checker)
      : [];
  });
}

/** The declarations that code outside a folder names. */
function usedOutside(
  program: ts.Program,
  checker: ts.TypeChecker,
  isInside: (path: string) => boolean,
): Set<ts.Declaration> {
  const used = new Set<ts.Declaration>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      for (const declaration of declarationsAt(node, checker)) used.add(declaration);
    }
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
      for (const declaration of declarationsWanted(node, checker)) used.add(declaration);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    const isOurs = !file.isDeclarationFile && !file.fileName.includes('/generated/');
    if (isOurs && !isInside(file.fileName)) visit(file);
  }
  return used;
}

function declarationsAt(node: ts.Identifier, checker: ts.TypeChecker): ts.Declaration[] {
  const { parent } = node;
  const symbols = [checker.getSymbolAtLocation(node)];
  if (ts.isShorthandPropertyAssignment(parent)) {
    symbols.push(checker.getShorthandAssignmentValueSymbol(parent));
  }
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent)) {
    const name = (parent.propertyName ?? parent.name).getText();
    symbols.push(checker.getTypeAtLocation(parent.parent).getProperty(name));
  }
  return symbols.flatMap((symbol) => (symbol ? declarationsOf(symbol, checker) : []));
}

/** What of an object its receiver wants, where it is handed to one with an interface of its own. */
function declarationsWanted(node: ts.Expression, checker: ts.TypeChecker): ts.Declaration[] {
  const { parent } = node;
  if (!ts.isCallExpression(parent) && !ts.isPropertyAssignment(parent)) return [];
  const wanted = checker.getContextualType(node);
  const given = checker.getTypeAtLocation(node);
  if (!wanted || wanted === given || !(given.flags & ts.TypeFlags.Object)) return [];
  return wanted.getProperties().flatMap((property) => {
    const offered = given.getProperty(property.name);
    return offered ? declarationsOf(offered, checker) : [];
  });
}

/** Where a symbol is declared, and whatever it stands for: imports and the parts of unions. */
function declarationsOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Declaration[] {
  return checker
    .getRootSymbols(resolved(symbol, checker))
    .flatMap((root) => resolved(root, checker).declarations ?? []);
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function isUsed(symbol: ts.Symbol, used: Set<ts.Declaration>, checker: ts.TypeChecker): boolean {
  return declarationsOf(symbol, checker).some((declaration) => used.has(declaration));
}
