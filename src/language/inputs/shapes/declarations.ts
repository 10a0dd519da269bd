/** Finds what a type's name refers to: in the blocks around it, at the top of its file, in JSDoc, or in an imported file. */
import { exportedName, importedName, moduleOf, type Declared, type Surroundings } from "../../modules/exports.ts";
import { isJavaScript, ts } from "../../parse.ts";

/** Something that gives a type a name. */
export type TypeDeclaration =
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.ClassLikeDeclaration
  | ts.EnumDeclaration
  | ts.EnumMember
  | ts.TypeParameterDeclaration
  | ts.JSDocTypedefTag
  | ts.JSDocCallbackTag
  /** A variable, for `typeof` and for classes that are bound to names. */
  | ts.VariableDeclaration;

/** What a name refers to. Several declarations of an interface are one type. */
export interface FoundType {
  readonly declarations: readonly [TypeDeclaration, ...TypeDeclaration[]];
  /** Where the name leads to a value too: the text that reads it, and the module that it is read in. */
  readonly value: { readonly text: string; readonly file: string } | undefined;
}

/** Return what a dotted name refers to at a node. */
export function findType(
  around: Surroundings | undefined,
  at: ts.Node,
  names: readonly string[],
): FoundType | undefined {
  const [first = "", ...rest] = names;
  const file = at.getSourceFile();
  const local = findAround(at, first, rest);
  if (local !== undefined)
    return found(local.declarations, { text: names.join("."), file: file.fileName }, local.isTop);
  if (around === undefined) return undefined;
  const declared = importedName(around, file, first);
  return declared === undefined
    ? undefined
    : findDeclared(around, declared, rest, { text: names.join("."), file: file.fileName });
}

/** Return what a name refers to that another module exports, as in `import("../a").B`. */
export function findExported(
  around: Surroundings,
  file: ts.SourceFile,
  specifier: string,
  names: readonly string[],
): FoundType | undefined {
  const module = moduleOf(around, file, specifier);
  return module === undefined ? undefined : findDeclared(around, { ...module, isTypeOnly: true }, names, undefined);
}

type Value = FoundType["value"];

function findDeclared(
  around: Surroundings,
  declared: Declared,
  rest: readonly string[],
  value: Value,
): FoundType | undefined {
  if (declared.kind === "module") {
    const [next, ...others] = rest;
    const inner = next === undefined ? undefined : exportedName(around, declared.file, next, new Set());
    if (inner === undefined) return undefined;
    return findDeclared(around, { ...inner, isTypeOnly: inner.isTypeOnly || declared.isTypeOnly }, others, value);
  }
  const { file, name } = declared;
  const declarations = inStatements(file.statements, name, rest);
  if (declarations === undefined) return undefined;
  // What is imported as a type only is no value where it is imported, but it is one where it is declared.
  const own = file.isDeclarationFile ? undefined : { text: [name, ...rest].join("."), file: file.fileName };
  return found(declarations, declared.isTypeOnly ? own : value, true);
}

function found(declarations: readonly TypeDeclaration[], value: Value, isReachable: boolean): FoundType | undefined {
  const [first, ...others] = declarations;
  return first === undefined ? undefined : { declarations: [first, ...others], value: isReachable ? value : undefined };
}

/** Looks in the blocks and type parameters around a node, from the inside out. */
function findAround(
  at: ts.Node,
  name: string,
  rest: readonly string[],
): { readonly declarations: readonly TypeDeclaration[]; readonly isTop: boolean } | undefined {
  for (let node: ts.Node | undefined = at; node !== undefined; node = node.parent as ts.Node | undefined) {
    const parameters = typeParametersOf(node);
    const parameter = rest.length === 0 ? parameters.find((candidate) => candidate.name.text === name) : undefined;
    if (parameter !== undefined) return { declarations: [parameter], isTop: false };
    if (!ts.isBlock(node) && !ts.isSourceFile(node) && !ts.isModuleBlock(node)) continue;
    const declarations =
      inStatements(node.statements, name, rest) ?? (ts.isSourceFile(node) ? inComments(node, name, rest) : undefined);
    if (declarations !== undefined) return { declarations, isTop: ts.isSourceFile(node) };
  }
  return undefined;
}

function typeParametersOf(node: ts.Node): readonly ts.TypeParameterDeclaration[] {
  const isGeneric =
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node);
  if (ts.isMappedTypeNode(node)) return [node.typeParameter];
  return isGeneric ? (node.typeParameters ?? []) : [];
}

function inStatements(
  statements: readonly ts.Statement[],
  name: string,
  rest: readonly string[],
): readonly TypeDeclaration[] | undefined {
  const declarations: TypeDeclaration[] = [];
  const [next, ...others] = rest;
  for (const statement of statements) {
    if (next !== undefined) {
      const inner = inNamespace(statement, name, next, others);
      if (inner !== undefined) return inner;
    } else declarations.push(...declaredBy(statement, name));
  }
  return declarations.length === 0 ? undefined : declarations;
}

/** A member of a namespace, or of an enum. */
function inNamespace(
  statement: ts.Statement,
  name: string,
  next: string,
  others: readonly string[],
): readonly TypeDeclaration[] | undefined {
  if (ts.isEnumDeclaration(statement) && statement.name.text === name) {
    const member = statement.members.find(
      (candidate) => ts.isIdentifier(candidate.name) && candidate.name.text === next,
    );
    return member === undefined ? undefined : [member];
  }
  if (!ts.isModuleDeclaration(statement) || statement.name.text !== name || statement.body === undefined)
    return undefined;
  if (ts.isModuleBlock(statement.body)) return inStatements(statement.body.statements, next, others);
  return ts.isModuleDeclaration(statement.body)
    ? inNamespace(statement.body, next, others[0] ?? "", others.slice(1))
    : undefined;
}

function declaredBy(statement: ts.Statement, name: string): readonly TypeDeclaration[] {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isEnumDeclaration(statement))
    return statement.name.text === name ? [statement] : [];
  if (ts.isClassDeclaration(statement)) return (statement.name?.text ?? "default") === name ? [statement] : [];
  if (ts.isExportAssignment(statement))
    return name === "default" && ts.isClassExpression(statement.expression) ? [statement.expression] : [];
  if (!ts.isVariableStatement(statement)) return [];
  const variable = statement.declarationList.declarations.find(
    (candidate) => ts.isIdentifier(candidate.name) && candidate.name.text === name,
  );
  if (variable === undefined) return [];
  return [
    variable.initializer !== undefined && ts.isClassExpression(variable.initializer) ? variable.initializer : variable,
  ];
}

/** `@typedef` and `@callback` of a JavaScript file. */
function inComments(
  file: ts.SourceFile,
  name: string,
  rest: readonly string[],
): readonly TypeDeclaration[] | undefined {
  if (!isJavaScript(file) || rest.length > 0) return undefined;
  for (const node of [...file.statements, file.endOfFileToken])
    for (const comment of commentsOf(node))
      for (const tag of comment.tags ?? [])
        if ((ts.isJSDocTypedefTag(tag) || ts.isJSDocCallbackTag(tag)) && tag.name?.text === name) return [tag];
  return undefined;
}

/** All JSDoc comments before a node; TypeScript declares a way to the last one only. */
function commentsOf(node: ts.Node): readonly ts.JSDoc[] {
  return (node as unknown as { readonly jsDoc?: readonly ts.JSDoc[] }).jsDoc ?? [];
}
