/** Values that hardly any type has, in words. A type refuses them, or gives them back as they are. */
export function junk(): ReadonlyMap<string, unknown> {
  // Throws, as whatever an author's proxy may do.
  const fail = (): never => JSON.parse("") as never;
  const traps = { get: fail, has: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail, ownKeys: fail };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return new Map<string, unknown>([
    ["null", null],
    ["undefined", undefined],
    ["a symbol", Symbol("junk")],
    ["a function", fail],
    ["a proxy that throws", new Proxy({}, traps)],
    ["a revoked proxy", proxy],
    ["NaN", Number.NaN],
    ["an infinite number", Number.POSITIVE_INFINITY],
    ["a number with a fraction", 0.5],
    ["an integer beyond 2^53", 2 ** 53],
    ["a bigint beyond 64 bits", 2n ** 70n],
    ["an empty string", ""],
    ["half a surrogate pair", "\ud800"],
    ["an empty object", {}],
    ["an empty array", []],
    ["an array with a hole", Array.from<unknown>({ length: 3 })],
    ["a Map", new Map([[1, 2]])],
    ["an invalid Date", new Date(Number.NaN)],
  ]);
}
