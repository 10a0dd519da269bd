/** Templates, with a tag and without. */
import { ts } from "../../../parse.ts";
import { newArray, toText } from "../../rules/convert.ts";
import { concatenate } from "../../rules/operators.ts";
import { type ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import type { Code, Context } from "../context.ts";
import { argumentsOf } from "../functions/arguments.ts";
import { methodRead, skipTypes } from "../functions/calls.ts";
import { notAFunction } from "../members/members.ts";
import { observed, siteOf } from "../observe.ts";
import type { Frame } from "../variables/scope.ts";
import { readThis } from "../variables/variables.ts";
import { expression } from "./expressions.ts";

/** Compile a template with expressions in it. */
export function template(context: Context, node: ts.TemplateExpression): Code {
  const { machine } = context.unit;
  const parts = node.templateSpans.map((span) => ({
    code: expression(context, span.expression),
    site: siteOf(context, span.expression),
    text: span.literal.text,
  }));
  return observed(context, node, (frame) => {
    let { text } = node.head;
    for (const part of parts) {
      const value = part.code(frame);
      machine.site = part.site;
      text = concatenate(machine, concatenate(machine, text, toText(machine, value)), part.text);
    }
    return text;
  });
}

/** Compile a tagged template. */
export function taggedTemplate(context: Context, node: ts.TaggedTemplateExpression): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const tag = skipTypes(node.tag);
  const target = tagOf(context, tag);
  const args = templateArguments(context, node);
  return observed(context, node, (frame) => {
    const { self, value } = target(frame);
    const values = args(frame);
    machine.site = site;
    if (!(value instanceof FunctionValue)) throw notAFunction(context, tag, site, self);
    return value.call(machine, self, values);
  });
}

/** Compile the evaluation of a tag, and of what it is called on. */
function tagOf(
  context: Context,
  tag: ts.Expression,
): (frame: Frame) => { readonly self: Value; readonly value: Value } {
  const { machine } = context.unit;
  const site = siteOf(context, tag);
  if (!ts.isPropertyAccessExpression(tag) && !ts.isElementAccessExpression(tag)) {
    const value = expression(context, tag);
    return (frame) => ({ self: undefined, value: value(frame) });
  }
  if (tag.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const self = readThis(context, tag);
    const value = expression(context, tag);
    return (frame) => ({ self: self(frame), value: value(frame) });
  }
  const object = expression(context, tag.expression);
  const read = methodRead(context, tag);
  return (frame) => {
    const self = object(frame);
    machine.site = site;
    return { self, value: read(frame, self) };
  };
}

/** The expressions in a tagged template. */
export function templateExpressions({ template }: ts.TaggedTemplateExpression): readonly ts.Expression[] {
  return ts.isTemplateExpression(template) ? template.templateSpans.map((span) => span.expression) : [];
}

/** Compile what the tag of a template is called with. */
export function templateArguments(context: Context, node: ts.TaggedTemplateExpression): (frame: Frame) => Value[] {
  const { template } = node;
  const literals = ts.isTemplateExpression(template)
    ? [template.head, ...template.templateSpans.map((span) => span.literal)]
    : [template];
  const args = argumentsOf(context, templateExpressions(node));
  let strings: ArrayValue | undefined;
  return (frame) => {
    strings ??= templateStrings(context, literals);
    return [strings, ...args.list(frame)];
  };
}

function templateStrings(context: Context, literals: readonly ts.TemplateLiteralLikeNode[]): ArrayValue {
  const { machine, file } = context.unit;
  const strings = newArray(
    machine,
    literals.map((literal) => (MALFORMED.test(rawText(literal, file)) ? undefined : literal.text)),
  );
  const raw = newArray(
    machine,
    literals.map((literal) => rawText(literal, file)),
  );
  for (const array of [raw, strings]) {
    if (array === strings) array.define("raw", Property.data(raw, false, false, false));
    array.extensible = false;
    array.elementsWritable = false;
    array.elementsConfigurable = false;
    array.lengthWritable = false;
  }
  return strings;
}

/** An escape that means nothing; only tagged templates may have one, and then have no string there. */
const MALFORMED =
  /^(?:[^\\]|\\[^])*?\\(?:u(?![\da-fA-F]{4}|\{0*(?:[\da-fA-F]{1,5}|10[\da-fA-F]{4})\})|x(?![\da-fA-F]{2})|[1-9]|0\d)/;

/** The text of a template's part as it stands in the source, with line ends as `\n`. */
function rawText(literal: ts.TemplateLiteralLikeNode, file: ts.SourceFile): string {
  const text = literal.getText(file);
  const end = literal.kind === ts.SyntaxKind.TemplateHead || literal.kind === ts.SyntaxKind.TemplateMiddle ? 2 : 1;
  return text.slice(1, -end).replace(/\r\n?/g, "\n");
}
