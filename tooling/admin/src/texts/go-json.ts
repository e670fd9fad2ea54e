/** A JSON value as Go reads it. */
export type GoValue =
  | null
  | boolean
  | number
  | string
  | readonly GoValue[]
  | { readonly [key: string]: GoValue };

/**
 * A decoded message as `encoding/json` of Go writes and reads its generated struct: fields by their names in the IDL, defaults left
 * out, enums and 64 bit as numbers, a choice (`oneof`) under its name in Go with `null` where nothing was chosen.
 *
 * Our messages do not say their type, so what is a choice is told by its name and by the other fields of its message.
 */
export function goJson(message: object): { readonly [key: string]: GoValue } {
  const keys = Object.keys(message);
  const fields = keys.flatMap((key) => field(key, Reflect.get(message, key), keys));
  return Object.fromEntries(fields);
}

function field(
  key: string,
  value: unknown,
  keys: readonly string[],
): readonly (readonly [string, GoValue])[] {
  if (isChoice(value)) {
    const chosen = value.$case === "generic" ? plain(value.value) : toGo(value.value);
    return [[goName(key), { [goName(value.$case)]: chosen }]];
  }
  if (value === undefined) return isOpenChoice(key, keys) ? [[goName(key), null]] : [];
  // The defaults of a workflow have nothing but a plain one.
  if (typeof value === "boolean" && WRAPPED_BOOLEANS.has(key) && keys.length > 1)
    return [[snake(key), value ? { value } : {}]];
  return isDefault(value) ? [] : [[snake(key), isFree(key, keys) ? plain(value) : toGo(value)]];
}

function toGo(value: unknown): GoValue {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, each]) => [String(key), toGo(each)]));
  if (Array.isArray(value)) return value.map(toGo);
  if (typeof value === "object" && value !== null) return goJson(value);
  return plain(value);
}

/** What is JSON itself: the values of a `Struct`. */
function plain(value: unknown): GoValue {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as GoValue);
}

interface Choice {
  readonly $case: string;
  readonly value: unknown;
}

function isChoice(value: unknown): value is Choice {
  return typeof value === "object" && value !== null && "$case" in value && "value" in value;
}

function isDefault(value: unknown): boolean {
  if (value instanceof Map) return value.size === 0;
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length === 0;
  return value === "" || value === 0 || value === 0n || value === false;
}

// Wrapped in a message of their own in the IDL, which says whether they are there.
const WRAPPED_BOOLEANS: ReadonlySet<string> = new Set([
  "generatesDeck",
  "interruptible",
  "isOriginalSubNodeInterface",
]);
/** Whether a field holds an object of any JSON: a `Struct`. */
function isFree(key: string, keys: readonly string[]): boolean {
  if (key === "custom" || key === "podSpec") return true;
  return (key === "metadata" && keys.includes("structure")) || (key === "annotations" && keys.length === 1);
}

const CHOICES: ReadonlySet<string> = new Set([
  "target",
  "interruptibleValue",
  "cacheableValue",
  "cacheVersionValue",
  "cacheSerializableValue",
  "behavior",
  "expr",
  "val",
  "reference",
  "parallelismOption",
  "successCriteria",
  "ScheduleExpression",
  "designation",
]);

/** Whether a field that is absent is a choice of which nothing was chosen. */
function isOpenChoice(key: string, keys: readonly string[]): boolean {
  if (CHOICES.has(key)) return true;
  const others = keys
    .filter((each) => each !== key)
    .toSorted()
    .join();
  if (key === "type") return others === "annotation,metadata,structure" || others === "phases";
  if (key === "value") return ["", "hash,metadata", "union"].includes(others);
  if (key === "condition") return others === "";
  return key === "default" && others === "case,other";
}

function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, "");
}

/** A field as Go names it: `K8SPod` for `k8sPod`. */
function goName(key: string): string {
  return key
    .replace(/^[a-z]/, (letter) => letter.toUpperCase())
    .replace(/\d[a-z]/g, (pair) => pair.toUpperCase());
}
