import { errors } from "../../errors.js";

/** What no code here works without. What a module does to others, such as `fetch`, concerns whoever uses it. */
const NAMES = [
  ...["Array", "ArrayBuffer", "BigInt", "Boolean", "Buffer", "DataView", "Date", "Error", "Function"],
  ...["JSON", "Map", "Math", "Number", "Object", "Promise", "Proxy", "RangeError", "Reflect", "RegExp"],
  ...["Set", "String", "Symbol", "SyntaxError", "TypeError", "Uint8Array", "URL", "WeakMap", "WeakSet"],
  ...["AbortController", "AbortSignal", "TextDecoder", "TextEncoder"],
  ...["clearTimeout", "queueMicrotask", "setTimeout", "structuredClone"],
] as const;

interface Kept {
  readonly holder: object;
  readonly key: PropertyKey;
  readonly name: string;
  readonly descriptor: PropertyDescriptor;
}

// As they are before any module of an author is there.
const { defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
let kept: readonly Kept[] | undefined;

/**
 * What a module gives. Whatever it does to the globals of the language and to `process`, all else here still has them
 * afterwards. Replacing a function by another one is left to whoever does it, but for `Promise`.
 *
 * @throws `SOURCE_UNLOADABLE` if the module has removed or broken one, else what the module throws
 */
export async function withGlobals<T>(file: string, load: () => Promise<T>): Promise<T> {
  kept ??= NAMES.flatMap(keptOf);
  const { process: before } = globalThis;
  const broken = (): string | undefined => {
    const first = restored(kept ?? []);
    if (globalThis.process === before) return first;
    globalThis.process = before;
    return "replaces `globalThis.process`";
  };
  let loaded: T;
  try {
    loaded = await load();
  } catch (error) {
    const problem = broken();
    // What it threw follows from that, most likely.
    throw problem === undefined ? error : unloadable(file, problem, error);
  }
  const problem = broken();
  if (problem !== undefined) throw unloadable(file, problem);
  return loaded;
}

function unloadable(file: string, problem: string, cause?: unknown): unknown {
  return errors.SOURCE_UNLOADABLE(
    {
      file,
      problem: `it, or what it imports, ${problem}, without which nothing here works`,
      advice: "Leave the global as it is; in tests, replace single properties, and put them back.",
    },
    { cause },
  );
}

/** A global with its functions, and those of its prototype. */
function keptOf(name: (typeof NAMES)[number]): readonly Kept[] {
  const value: unknown = globalThis[name];
  const descriptor = getOwnPropertyDescriptor(globalThis, name);
  if (descriptor === undefined || !("value" in descriptor)) return [];
  const own: Kept = { holder: globalThis, key: name, name: `globalThis.${name}`, descriptor };
  const prototype: unknown = typeof value === "function" ? value.prototype : undefined;
  return [own, ...functionsOf(value, name), ...functionsOf(prototype, `${name}.prototype`)];
}

function functionsOf(holder: unknown, name: string): readonly Kept[] {
  if ((typeof holder !== "object" && typeof holder !== "function") || holder === null) return [];
  return ownKeys(holder).flatMap((key) => {
    const descriptor = getOwnPropertyDescriptor(holder, key);
    // Whoever reads stacks sets and unsets how they are written. Hardened programs remove `__proto__` and the like.
    if (typeof descriptor?.value !== "function" || /^__|^prepareStackTrace$/.test(String(key))) return [];
    const shown = typeof key === "symbol" ? `[${key.description}]` : `.${key}`;
    return [{ holder, key, name: `${name}${shown}`, descriptor }];
  });
}

/** Put back what is no function any more, and say what was first done to one. Nothing of what may be broken is used. */
function restored(all: readonly Kept[]): string | undefined {
  let first: string | undefined;
  for (let at = 0; at < all.length; at += 1) {
    const each = all[at];
    if (each === undefined) continue;
    const now = getOwnPropertyDescriptor(each.holder, each.key);
    if (isWhole(each, now?.value)) continue;
    first ??= `${now === undefined ? "removes" : "replaces"} \`${each.name}\``;
    defineProperty(each.holder, each.key, each.descriptor);
  }
  return first;
}

// With another class in place of `Promise`, what async functions give would be no promise any more.
function isWhole({ key, descriptor: { value } }: Kept, now: unknown): boolean {
  return typeof value === "function" && key !== "Promise" ? typeof now === "function" : now === value;
}
