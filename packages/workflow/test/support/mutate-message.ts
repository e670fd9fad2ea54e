// Messages that nobody would make: parts of sound ones changed, lost, swapped, nested without end.

const NAMES = ["", "__proto__", "constructor", "toString", "x", "a.b", "\n", "\ud800", "é"];

/** What may take the place of any part of a message. */
function oddity(next: () => number, parts: readonly unknown[]): unknown {
  const odd: readonly (() => unknown)[] = [
    () => undefined,
    () => null,
    () => 0,
    () => -1,
    () => Number.NaN,
    () => Infinity,
    () => 2 ** 31,
    () => 0n,
    () => -(2n ** 63n),
    () => true,
    () => NAMES[Math.floor(next() * NAMES.length)],
    () => "x".repeat(100_000),
    () => "0 6 * * *",
    () => ({}),
    () => Object.create(null) as object,
    () => JSON.parse('{"__proto__": {"a": 1}, "constructor": null}') as object,
    () => [],
    () => [undefined, null, {}],
    () => new Map(),
    () =>
      new Map<unknown, unknown>([
        ["__proto__", undefined],
        [1, {}],
        ["", null],
      ]),
    () => new Uint8Array(3),
    () => Symbol("odd"),
    () => () => 1,
    () => nested(next() < 0.5 ? 60 : 3000, next() < 0.5),
    () => parts[Math.floor(next() * parts.length)],
    () => parts[Math.floor(next() * parts.length)],
    () => parts[Math.floor(next() * parts.length)],
  ];
  return odd[Math.floor(next() * odd.length)]?.();
}

/** Lists in lists, as literals and as types at once. If parts are shared, walking all of them has no end. */
function nested(levels: number, isShared: boolean): unknown {
  const inner = { type: { $case: "simple", value: 1 }, value: undefined };
  let [type, literal]: object[] = [inner, inner];
  for (let level = 0; level < levels; level += 1) {
    const asType = { $case: "collectionType", value: type };
    const asLiteral = { $case: "collection", value: { literals: [literal] } };
    [type, literal] = [
      { type: asType, value: undefined },
      { type: undefined, value: asLiteral },
    ];
    if (isShared || level === levels - 1) type = literal = { type: asType, value: asLiteral };
  }
  return type;
}

/** Every object and list inside of a message, once. */
export function partsOf(message: unknown): ReadonlySet<object> {
  const found = new Set<object>();
  // A call for each level would be too many.
  const waiting = [message];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (typeof part !== "object" || part === null || found.has(part)) continue;
    found.add(part);
    const inner: readonly unknown[] = part instanceof Map ? [...part.values()] : Object.values(part);
    for (let i = inner.length - 1; i >= 0; i -= 1) waiting.push(inner[i]);
  }
  return found;
}

/** Change up to four places of a message; `pool` holds parts of others, to be put in. */
export function mutate(message: object, pool: readonly object[], next: () => number): void {
  for (let change = 0; change <= next() * 4; change += 1) {
    const parts = [...partsOf(message)];
    const part = parts[Math.floor(next() * parts.length)] ?? message;
    const value = oddity(next, next() < 0.7 ? pool : parts);
    if (part instanceof Map) {
      const keys = [...part.keys(), ...NAMES];
      part.set(keys[Math.floor(next() * keys.length)], value);
    } else if (Array.isArray(part) && next() < 0.5) {
      part.push(value);
    } else if (!ArrayBuffer.isView(part)) {
      const keys = Object.keys(part);
      const key = keys[Math.floor(next() * keys.length)] ?? "value";
      if (next() < 0.1) Reflect.deleteProperty(part, key);
      else Reflect.set(part, key, value);
    }
  }
}
