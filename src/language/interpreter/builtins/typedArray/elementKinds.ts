/** The classes of typed arrays: what their elements are, and how the host looks at the bytes. */
import type { TypedArrayName } from "../../../typedArrayNames.ts";

/** A typed array of the host's. */
export type HostArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

/** What the elements of a class of typed arrays are. */
export interface ElementKind {
  readonly name: TypedArrayName;
  /** Bytes of an element. */
  readonly size: number;
  readonly isBigInt: boolean;
  /** The width of elements that can be active; 0 if storing cuts the gradient. */
  readonly activeWidth: 0 | 4 | 8;
  /** A view of bytes; without a length, one that is as long as the bytes are. */
  readonly view: (bytes: ArrayBuffer, offset: number, length: number | undefined) => HostArray;
}

type HostClass = new (bytes: ArrayBuffer, offset: number, length: number | undefined) => HostArray;

function kind(name: TypedArrayName, size: number, host: HostClass, activeWidth: 0 | 4 | 8 = 0): ElementKind {
  const view = (bytes: ArrayBuffer, offset: number, length: number | undefined) => new host(bytes, offset, length);
  return { name, size, isBigInt: name.startsWith("Big"), activeWidth, view };
}

/** All classes of typed arrays, in the order of the standard. */
export const elementKinds: readonly ElementKind[] = [
  kind("Int8Array", 1, Int8Array),
  kind("Uint8Array", 1, Uint8Array),
  kind("Uint8ClampedArray", 1, Uint8ClampedArray),
  kind("Int16Array", 2, Int16Array),
  kind("Uint16Array", 2, Uint16Array),
  kind("Int32Array", 4, Int32Array),
  kind("Uint32Array", 4, Uint32Array),
  kind("BigInt64Array", 8, BigInt64Array),
  kind("BigUint64Array", 8, BigUint64Array),
  kind("Float32Array", 4, Float32Array, 4),
  kind("Float64Array", 8, Float64Array, 8),
];
