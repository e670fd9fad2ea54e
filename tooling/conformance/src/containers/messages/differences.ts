import { isBinary } from "./with-texts.js";
import type { Names } from "./names.js";
import { packedValue } from "./packed.js";

/**
 * Where a message of ours is not as recorded, as lines.
 *
 * MessagePack is compared by its value, NaN is NaN, and -0 is not 0. Inside the type of a union, a record's JSON schema
 * is compared by its `properties`.
 */
export function messageDifferences(recorded: unknown, ours: unknown, names: Names): readonly string[] {
  return [...walk({ recorded, ours, path: "", isVariant: false }, names)];
}

interface Pair {
  readonly recorded: unknown;
  readonly ours: unknown;
  readonly path: string;
  /** Whether this is in the type of a union's value. */
  readonly isVariant: boolean;
}

function* walk(pair: Pair, names: Names): Generator<string> {
  const { recorded, ours, path } = pair;
  if (typeof recorded === "string" && typeof ours === "string") {
    if (!names.same(recorded, ours)) yield show(pair);
  } else if (recorded instanceof Uint8Array && ours instanceof Uint8Array) {
    if (Buffer.compare(recorded, ours) !== 0) yield show(pair);
  } else if (Array.isArray(recorded) && Array.isArray(ours)) {
    if (recorded.length !== ours.length) return yield show(pair);
    for (const [index, each] of recorded.entries())
      yield* walk(
        { ...pair, recorded: each, ours: ours[index] as unknown, path: `${path}[${index}]` },
        names,
      );
  } else if (isObject(recorded) && isObject(ours)) {
    yield* inObjects({ ...pair, recorded, ours }, names);
  } else if (!Object.is(recorded, ours)) {
    yield show(pair);
  }
}

function* inObjects(
  pair: Pair & { readonly recorded: object; readonly ours: object },
  names: Names,
): Generator<string> {
  const { path, isVariant } = pair;
  const [recorded, ours] = [comparable(pair.recorded), comparable(pair.ours)];
  const [recordedCase, ourCase] = [caseOf(recorded), caseOf(ours)];
  if (recordedCase !== ourCase) return yield show(pair);
  if (recordedCase !== undefined)
    return yield* walk(inCase({ ...pair, recorded, ours }, recordedCase), names);
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(ours)])) {
    const members = {
      recorded: Reflect.get(recorded, key) as unknown,
      ours: Reflect.get(ours, key) as unknown,
    };
    const schemas = isVariant && key === "metadata" ? propertiesOf(members) : undefined;
    yield* walk({ ...(schemas ?? members), path: pathOf(path, key, members.recorded), isVariant }, names);
  }
}

/** Which case of a `oneof` this is. */
function caseOf(value: unknown): string | undefined {
  return isObject(value) && "$case" in value ? String(value.$case) : undefined;
}

function inCase(pair: Pair & { readonly recorded: object; readonly ours: object }, name: string): Pair {
  const valueOf = (each: object): unknown => Reflect.get(each, "value");
  return {
    recorded: valueOf(pair.recorded),
    ours: valueOf(pair.ours),
    path: pair.path === "" ? name : `${pair.path}.${name}`,
    isVariant: pair.isVariant || name === "union",
  };
}

/** A `oneof` is shown by the name of its case, as in the IDL. */
function pathOf(path: string, key: string, member: unknown): string {
  if (caseOf(member) !== undefined) return path;
  return path === "" ? key : `${path}.${key}`;
}

function comparable(value: object): object {
  if (value instanceof Map) return Object.fromEntries(value as Map<string, unknown>) as object;
  return isBinary(value) ? { tag: value.tag, value: packedValue(value.value) ?? value.value } : value;
}

function propertiesOf({
  recorded,
  ours,
}: Pick<Pair, "recorded" | "ours">): Pick<Pair, "recorded" | "ours"> | undefined {
  if (!isObject(recorded) || !isObject(ours) || !("properties" in recorded)) return undefined;
  return { recorded: recorded.properties, ours: Reflect.get(ours, "properties") as unknown };
}

function isObject(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

function show({ recorded, ours, path }: Pair): string {
  return `${path}: ours ${textOf(ours)}, flytekit's ${textOf(recorded)}`;
}

const LONGEST = 160;

/** A value as a reader is shown it. */
export function textOf(value: unknown): string {
  if (value === undefined) return "(absent)";
  const text = typeof value === "number" && Object.is(value, -0) ? "-0" : json(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

function json(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === "bigint") return String(each);
    if (each instanceof Map) return Object.fromEntries(each as Map<string, unknown>) as unknown;
    return each instanceof Uint8Array ? `bytes ${Buffer.from(each).toString("hex")}` : each;
  });
}
