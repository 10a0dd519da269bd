/** What occurs inside a piece of syntax, so that the compiler pays only for what is used. */
import { ts } from "../../parse.ts";

/** A function, class or accessor inside, which may keep variables. */
export const HAS_CLOSURE = 1;
/** `yield` that belongs to the enclosing function. */
export const HAS_YIELD = 2;
/** `arguments` that belongs to the enclosing function. */
export const HAS_ARGUMENTS = 4;
/** `new.target` or `super` that belongs to the enclosing function. */
export const HAS_TARGET = 8;
/** `await` that belongs to the enclosing function. */
export const HAS_AWAIT = 16;

/** Bits that stop at the border of a function with its own `this`. */
const OWN_FUNCTION = HAS_YIELD | HAS_ARGUMENTS | HAS_TARGET | HAS_AWAIT;

const known = new WeakMap<ts.Node, number>();

/** The features of a node and everything in it. */
function featuresOf(node: ts.Node): number {
  // Tokens, names and literals have nothing in them, and there are many.
  if (node.kind <= ts.SyntaxKind.LastToken) return ownFeatures(node);
  const found = known.get(node);
  if (found !== undefined) return found;
  let features = ownFeatures(node);
  ts.forEachChild(node, (child) => {
    if (ts.isTypeNode(child) && !ts.isExpressionWithTypeArguments(child)) return;
    features |= featuresFromOutside(child);
  });
  known.set(node, features);
  return features;
}

/** Whether a node contains any of the features. */
export function has(node: ts.Node | undefined, features: number): boolean {
  return node !== undefined && (featuresFromOutside(node) & features) !== 0;
}

/** The features that a node has for the function around it. */
function featuresFromOutside(node: ts.Node): number {
  const features = featuresOf(node);
  if (ts.isArrowFunction(node)) return (features & ~HAS_YIELD & ~HAS_AWAIT) | HAS_CLOSURE;
  if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) {
    // A computed name is evaluated outside.
    const named = node.name !== undefined && ts.isComputedPropertyName(node.name) ? featuresOf(node.name) : 0;
    return (features & ~OWN_FUNCTION) | HAS_CLOSURE | named;
  }
  if (ts.isClassLike(node)) return features | HAS_CLOSURE;
  return features;
}

function ownFeatures(node: ts.Node): number {
  switch (node.kind) {
    case ts.SyntaxKind.YieldExpression:
      return HAS_YIELD;
    case ts.SyntaxKind.AwaitExpression:
      return HAS_AWAIT;
    case ts.SyntaxKind.ForOfStatement:
      return (node as ts.ForOfStatement).awaitModifier === undefined ? 0 : HAS_AWAIT;
    case ts.SyntaxKind.Identifier:
      return (node as ts.Identifier).text === "arguments" ? HAS_ARGUMENTS : 0;
    case ts.SyntaxKind.MetaProperty:
    case ts.SyntaxKind.SuperKeyword:
      return HAS_TARGET;
    default:
      return 0;
  }
}
