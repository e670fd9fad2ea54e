const fail = (): never => {
  throw new TypeError("do not touch");
};

/** Values that may be thrown, and that fail when they are looked at. */
export function hostileValues(): readonly (readonly [string, unknown])[] {
  const getter = (name: string): object => Object.defineProperty(new Error("x"), name, { get: fail });
  const traps = { get: fail, has: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail, ownKeys: fail };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  return [
    ["a throwing message", getter("message")],
    ["a throwing constructor", getter("constructor")],
    ["a throwing name", getter("name")],
    ["a throwing stack", getter("stack")],
    ["throwing traps", new Proxy({}, traps)],
    ["a revoked proxy", revoked.proxy],
    ["a proxy that says yes to all", new Proxy({}, { get: (target) => target, has: () => true })],
    ["a throwing toString", { toString: fail, [Symbol.toPrimitive]: fail }],
    ["a message that is a symbol", Object.assign(new Error("x"), { message: Symbol("m") })],
    ["nothing in it", Object.create(null)],
    ["no message", new Error()],
  ];
}
