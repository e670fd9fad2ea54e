/** Values that a program may throw, and that fail when they are looked at. */
export function hostileValues(): ReadonlyMap<string, unknown> {
  const fail = (): never => {
    throw new Error("do not touch");
  };
  const getter = (name: string): object => Object.defineProperty(new Error("x"), name, { get: fail });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const traps = {
    get: fail,
    has: fail,
    getPrototypeOf: fail,
    getOwnPropertyDescriptor: fail,
    ownKeys: fail,
  };
  return new Map<string, unknown>([
    ["a throwing message", getter("message")],
    ["a throwing constructor", getter("constructor")],
    ["a throwing name", getter("name")],
    ["a throwing stack", getter("stack")],
    ["a throwing cause", getter("cause")],
    ["throwing traps", new Proxy({}, traps)],
    ["throwing traps of a function", new Proxy(() => {}, traps)],
    ["a revoked proxy", revoked.proxy],
    [
      "a proxy that says yes to everything",
      new Proxy(() => {}, { get: (target) => target, has: () => true }),
    ],
    ["a throwing toString", { toString: fail, [Symbol.toPrimitive]: fail }],
    [
      "a throwing class name",
      Object.create({ constructor: Object.defineProperty(() => {}, "name", { get: fail }) }),
    ],
    ["a message that is a symbol", Object.assign(new Error("x"), { message: Symbol("m") })],
    ["a message that is an object", Object.assign(new Error("x"), { message: { toString: fail } })],
    ["no prototype", Object.create(null)],
    ["a symbol", Symbol("thrown")],
    ["a function", () => "its source"],
  ]);
}
