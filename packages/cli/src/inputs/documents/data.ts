/**
 * What a text of JSON or YAML says. Integers are bigints and all other numbers are numbers, because `1` and `1.0` are an int
 * and a float; objects are maps, in which no key means anything but itself.
 */
export type Data = null | boolean | bigint | number | string | readonly Data[] | ReadonlyMap<string, Data>;

/** What was read, or what is wrong with it: a clause such as `it is not JSON (...)`. */
export type DataRead = { readonly data: Data } | { readonly problem: string };

/** Whether data is an object. */
export function isObject(data: Data): data is ReadonlyMap<string, Data> {
  return data instanceof Map;
}

/** Whether data is a list. */
export function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

/** More levels than this are no inputs of anybody, and would exhaust the stack. */
export const DEEPEST = 200;

/** Python refuses longer integers too. Reading them would take time that grows with their square. */
export const MOST_DIGITS = 4300;
