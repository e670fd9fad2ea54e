import type { Difference } from "../../errors/parts/difference.js";

// More than this nobody reads.
const MOST = 200;

/** Where two JSON values differ, deepest first place of each branch. */
export function compareJson(registered: unknown, given: unknown): readonly Difference[] {
  const differences: Difference[] = [];
  compare(registered, given, { path: "", differences });
  return differences;
}

interface At {
  readonly path: string;
  readonly differences: Difference[];
}

function compare(registered: unknown, given: unknown, { path, differences }: At): void {
  if (differences.length >= MOST || Object.is(registered, given)) return;
  if (isHolder(registered) && isHolder(given) && Array.isArray(registered) === Array.isArray(given)) {
    for (const key of new Set([...Object.keys(registered), ...Object.keys(given)])) {
      const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
      compare(valueAt(registered, key), valueAt(given, key), { path: `${path}/${step}`, differences });
    }
    return;
  }
  differences.push({ path, registered: words(registered), given: words(given) });
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function valueAt(holder: object, key: string): unknown {
  return Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined;
}

function words(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
