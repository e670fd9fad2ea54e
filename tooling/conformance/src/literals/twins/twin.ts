import { type FlyteType, t } from "@flytekit-ts/core";
import type { JsonValue } from "@flytekit-ts/models/json";
import type { Described } from "../described/described.js";
import type { Read } from "../rows/read-json.js";

/** A type of ours with what is known of the recorded form of its values. */
export interface Twin {
  readonly type: Type;
  /** Whether Python's value of this form has this type. */
  fits(value: Read): boolean;
  /** Whether the value is one in JavaScript, where Python may refuse it: an int for a float. */
  takes(value: Read): boolean;
  /**
   * The value as an author gives it. A value of another type is given as it is, for the type to refuse. The literal
   * says, where a union's variants have values of one form, which one it was.
   */
  native(value: Read, literal?: JsonValue): unknown;
  /** Whether a decoded value is this one. */
  isSame(value: Read, decoded: unknown): boolean;
}

/** A type as `t` makes it. */
export type Type = FlyteType<unknown, unknown> & {
  hashed(fn: (value: unknown) => string): Type;
  annotate(data: unknown): Type;
  default(value: unknown): Type;
};

/** How the types of a row are made. */
export interface Making {
  /** With datetimes and durations in the forms that hold each of Python's, rather than as `Date` and `number`. */
  readonly isExact: boolean;
  readonly twinOf: (type: Described, making: Making) => Twin;
  /** The records around, by name. */
  readonly around: ReadonlyMap<string, () => Twin>;
}

/** A member of `t`. Its static type says nothing of a type that is known only when a row is read. */
export function maker(name: string): (...args: readonly unknown[]) => Type {
  const member: unknown = Reflect.get(t, name);
  if (typeof member !== "function") throw new Error(`t.${name} is missing`);
  return member as (...args: readonly unknown[]) => Type;
}
