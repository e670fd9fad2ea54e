/**
 * Asserts that a value is JSON: a Map or a Date has no keys, and would be read as an empty message.
 *
 * @throws TypeError with the place of the first object that is none.
 */
export function assertJson(json: unknown): void {
  // A list of what is left and no recursion: JSON may be nested to any depth.
  const left: [place: string, value: unknown][] = [["", json]];
  const seen = new Set<unknown>();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [place, value] = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (!Array.isArray(value) && !isPlain(value))
      throw new TypeError(
        `not JSON${place === "" ? "" : ` at ${place}`}: an object of class ${classOf(value)}`,
      );
    for (const [key, part] of Object.entries(value)) left.push([`${place}/${key.slice(0, 60)}`, part]);
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function classOf(value: object): string {
  const maker: unknown = Object.getPrototypeOf(value)?.constructor;
  return typeof maker === "function" ? maker.name : "without a name";
}
