/** What classes and `super` may not do. */
import { ts } from "../../parse.ts";
import { hasModifier, type Around, type Report } from "./around.ts";

const { SyntaxKind } = ts;

/** Check the members of a class: one constructor, which is a plain method, and no names that are taken. */
export function checkMembers(node: ts.ClassLikeDeclaration, report: Report): void {
  let hasConstructor = false;
  for (const member of node.members) {
    const isStatic = hasModifier(member, SyntaxKind.StaticKeyword);
    if (ts.isConstructorDeclaration(member) && !isStatic && member.body !== undefined) {
      if (hasConstructor)
        report(
          constructorWord(member),
          "The class has two constructors",
          "Put the two together, with optional parameters.",
        );
      hasConstructor = true;
    }
    const { name } = member;
    if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) continue;
    const isField = ts.isPropertyDeclaration(member);
    if (isStatic && name.text === "prototype")
      report(name, "A static member cannot be called `prototype`", "Give it another name.");
    else if (name.text === "constructor" && (isField || (!isStatic && !isPlainMethod(member))))
      report(name, "Only a plain method can be called `constructor`", "Give it another name.");
  }
}

/** The word `constructor`, as the whole declaration is too much to point at. */
function constructorWord(node: ts.ConstructorDeclaration): ts.Node {
  return node.getChildren().find(({ kind }) => kind === SyntaxKind.ConstructorKeyword) ?? node;
}

function isPlainMethod(member: ts.ClassElement): boolean {
  return (
    ts.isMethodDeclaration(member) &&
    member.asteriskToken === undefined &&
    !hasModifier(member, SyntaxKind.AsyncKeyword)
  );
}

/** Check a use of `super`. */
export function checkSuper(node: ts.Node, { canCallSuper, canReadSuper }: Around, report: Report): void {
  const isCall = ts.isCallExpression(node.parent) && node.parent.expression === node;
  if (isCall && !canCallSuper)
    report(
      node,
      "`super()` stands outside of a derived class's constructor",
      "Call it in the constructor of a class that extends another.",
    );
  if (!isCall && !canReadSuper)
    report(node, "`super` stands outside of a method", "Name the object or the class instead.");
}

/** Check how many parameters a getter or a setter has. */
export function checkAccessor(node: ts.AccessorDeclaration, report: Report): void {
  const own = node.parameters.filter(({ name }) => !(ts.isIdentifier(name) && name.text === "this"));
  if (ts.isGetAccessor(node) && own.length > 0)
    report(own[0]!, "A getter has no parameters", "Make it a method, or take the parameters away.");
  if (ts.isSetAccessor(node) && (own.length !== 1 || own[0]!.dotDotDotToken !== undefined))
    report(node.name, "A setter has one parameter", "Take the value as its only parameter.");
}
