const heard = new WeakSet<object>();

/**
 * Listens to the errors of a Node stream. One that fails before it is read, such as that of a file that is not there,
 * would end the process. Whoever reads it gets the error all the same.
 */
export function hearErrors(source: object): void {
  const on: unknown = Reflect.get(source, "on");
  if (typeof on !== "function" || heard.has(source)) return;
  heard.add(source);
  Reflect.apply(on, source, ["error", () => {}]);
}
