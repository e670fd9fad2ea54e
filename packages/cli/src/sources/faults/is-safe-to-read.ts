import { types } from "node:util";

/**
 * Whether what was thrown is an error that runs no code of its author's when it is read. Errors from the thread of the
 * hooks are such, though Node does not take them for native ones.
 */
export function isSafeToRead(thrown: unknown): thrown is object {
  if (types.isNativeError(thrown)) return true;
  if (typeof thrown !== "object" || thrown === null || types.isProxy(thrown)) return false;
  const properties = Object.values(Object.getOwnPropertyDescriptors(thrown));
  return properties.every((each) => "value" in each) && isMadeAsError(thrown);
}

function isMadeAsError(thrown: object): boolean {
  let each: unknown = Object.getPrototypeOf(thrown);
  while (typeof each === "object" && each !== null && !types.isProxy(each)) {
    // The prototype of all errors, in whichever thread it was made.
    if (Object.getOwnPropertyDescriptor(each, "name")?.value === "Error") return true;
    each = Object.getPrototypeOf(each);
  }
  return false;
}
