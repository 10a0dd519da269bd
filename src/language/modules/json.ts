/** Reads configuration files: JSON with comments, and nothing in it taken for granted. */
import { ts } from "../parse.ts";

/** A value from a JSON file. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** An object from a JSON file. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Return the object that a JSON text holds; undefined for anything else. Comments and trailing commas are allowed. */
export function jsonObject(uri: string, text: string): JsonObject | undefined {
  const config = plainJson(text) ?? (ts.parseConfigFileTextToJson(uri, text) as { readonly config?: Json }).config;
  return isObject(config) ? config : undefined;
}

/** Most files have no comments, and the host's own reader is many times as fast. */
function plainJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Whether a value is an object and no array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Return a member if it is a string. */
export function stringAt(object: JsonObject | undefined, key: string): string | undefined {
  const value = object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** Return a member if it is an object. */
export function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
  return isObject(value) ? value : undefined;
}

/** Return the strings of a member that is a string or an array of strings. */
export function stringsAt(object: JsonObject | undefined, key: string): readonly string[] {
  const value = object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
  const list: readonly (Json | undefined)[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return list.filter((entry): entry is string => typeof entry === "string");
}
