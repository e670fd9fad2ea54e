import { describeKindOf, pathOf } from "./words.js";
import { closest } from "@flytekit-ts/core/graph";
import { isPlainObject } from "@flytekit-ts/core/types";
import type { Shape, ShapeFault, Shapes } from "./shape.js";

/** An object that has some of these keys and no others. What is undefined counts as left out. */
export function objectOf(shapes: Shapes, required: readonly string[] = []): Shape {
  return (value, keys) => {
    const members = membersOf(value);
    if (members === undefined) return [wrong(keys, "an object", value)];
    const faults = members.flatMap(([key, given]) => {
      const at = [...keys, key];
      if (!Object.hasOwn(shapes, key)) return [unknown(at, shapes)];
      if (given === UNREADABLE) return [{ keys: at, problem: `${pathOf(at)} cannot be read` }];
      return given === undefined ? [] : (shapes[key]?.(given, at) ?? []);
    });
    // What is missing is mostly what is misspelt.
    if (faults.length > 0) return faults;
    const given = new Set(members.filter(([, value]) => value !== undefined).map(([key]) => key));
    return required
      .filter((name) => !given.has(name))
      .map((name) => ({ keys, problem: `${pathOf([...keys, name])} is missing` }));
  };
}

/** An object whose values all have one shape, under any names. */
export function mapOf(shape: Shape, what: string): Shape {
  return (value, keys) => {
    const members = membersOf(value);
    if (members === undefined) return [wrong(keys, what, value)];
    return members.flatMap(([key, given]) => {
      const at = [...keys, key];
      if (given === UNREADABLE) return [{ keys: at, problem: `${pathOf(at)} cannot be read` }];
      return shape(given, at);
    });
  };
}

/** The fault of a value that is of the wrong kind. */
export function wrong(keys: readonly string[], wanted: string, given: unknown, advice?: string): ShapeFault {
  return { keys, problem: `${pathOf(keys)} has to be ${wanted}, but is ${describeKindOf(given)}`, advice };
}

const UNREADABLE = Symbol("cannot be read");

// A proxy or a getter of the author's may throw at any time.
function membersOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (!isPlainObject(value)) return undefined;
  try {
    return Object.keys(value).map((key) => [key, readOf(value, key)] as const);
  } catch {
    return undefined;
  }
}

function readOf(value: object, key: string): unknown {
  try {
    return Reflect.get(value, key) as unknown;
  } catch {
    return UNREADABLE;
  }
}

function unknown(keys: readonly string[], shapes: Shapes): ShapeFault {
  const name = keys.at(-1) ?? "";
  const near = closest(name, Object.keys(shapes));
  const advice =
    near === undefined
      ? `There are ${Object.keys(shapes)
          .map((each) => `\`${each}\``)
          .join(", ")}.`
      : `Did you mean \`${near}\`?`;
  return { keys, problem: `${pathOf(keys)} is no setting`, advice };
}
