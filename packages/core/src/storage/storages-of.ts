import * as errors from "../errors.js";
import { describeValue } from "../words/describe-value.js";
import { elementsOf } from "../words/plain-object.js";
import type { Storage } from "./storage.js";

const METHODS = ["read", "write", "stat", "list", "delete"] as const;

/** The storages of an option that takes one or several. @throws `OPTION_INVALID` */
export function storagesOf(given: unknown, at: string): readonly Storage[] {
  if (given === undefined) return [];
  const storages = elementsOf(given) ?? [given];
  for (const storage of storages) {
    const problem = problemOf(storage);
    if (problem === undefined) continue;
    const advice =
      "Pass a `Storage`: its `schemes`, and the methods `read`, `write`, `stat`, `list` and `delete`.";
    throw errors.OPTION_INVALID({
      at,
      option: "storage",
      wanted: "storages",
      given: storage,
      inWords: problem,
      advice,
    });
  }
  return storages as readonly Storage[];
}

function problemOf(storage: unknown): string | undefined {
  if (typeof storage !== "object" || storage === null) return describeValue(storage);
  try {
    return problemOfMembers(storage);
  } catch {
    // A proxy or a getter that does not let itself be read.
    return "a value that cannot be read";
  }
}

function problemOfMembers(storage: object): string | undefined {
  const { schemes } = storage as Partial<Storage>;
  const isScheme = (scheme: unknown): boolean =>
    typeof scheme === "string" && /^[a-z][a-z0-9+.-]*$/.test(scheme);
  if (!Array.isArray(schemes) || schemes.length === 0 || !schemes.every(isScheme))
    return 'an object whose `schemes` are no list such as ["s3"]';
  const missing = METHODS.find((method) => typeof Reflect.get(storage, method) !== "function");
  return missing === undefined ? undefined : `an object without the method \`${missing}\``;
}
