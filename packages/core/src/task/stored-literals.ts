import type * as idl from "@flytekit-ts/models/core";
import { fetchLiterals } from "../files/fetch-literals.js";
import { type PartWork, workOnParts } from "../transformers/parts/work-on-parts.js";
import { fromLiterals, toLiterals } from "../types/literal-map.js";
import type { RuntimeType } from "../types/runtime-type.js";
import type { ValueStore } from "../types/value-store.js";

type Types = ReadonlyMap<string, RuntimeType>;
type Values = Readonly<Record<string, unknown>>;

/**
 * The values of variables from literals, complete: literals that are stored separately are fetched, and files learn
 * where they are read from. Nothing is awaited for values that are their literals.
 *
 * @throws `VALUE_TYPE_MISMATCH`, `VALUE_NOT_STORED` and `LITERAL_NOT_FETCHED` with the variable in the path.
 */
export function loadLiterals(
  types: Types,
  literals: ReadonlyMap<string, idl.Literal>,
  store: ValueStore,
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const fetched = fetchLiterals(literals, store);
  if (fetched instanceof Promise) return fetched.then((whole) => loadFetched(types, whole, store));
  return loadFetched(types, fetched, store);
}

function loadFetched(
  types: Types,
  literals: ReadonlyMap<string, idl.Literal>,
  store: ValueStore,
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const values = fromLiterals(types, literals);
  let works: PartWork<string>[] | undefined;
  for (const [name, { transformer }] of types) {
    if (transformer.load === undefined) continue;
    const value = values[name];
    works ??= [];
    works.push({ key: name, segment: name, work: async (place) => transformer.load?.(value, place) });
  }
  if (works === undefined) return values;
  return workOnParts(works, store, (name, value) => (values[name] = value)).then(() => values);
}

/**
 * Values of variables as literals, stored: what a file or dataset holds is written before its literal is made. Nothing
 * is awaited for values that are their literals.
 *
 * @throws `VALUE_TYPE_MISMATCH` and `VALUE_NOT_STORED` with the variable in the path.
 */
export async function storeLiterals(
  types: Types,
  values: Values,
  store: ValueStore,
): Promise<Map<string, idl.Literal>> {
  return toLiterals(types, await storeValues(types, values, store));
}

/**
 * Values of variables, ready for `toLiteral`. `segmentOf` gives their parts of the path, which are their names. Nothing
 * is awaited for values that are their literals.
 */
export function storeValues(
  types: Types,
  values: Values,
  store: ValueStore,
  segmentOf = (name: string): string => name,
): Values | Promise<Values> {
  let works: PartWork<string>[] | undefined;
  for (const [name, { transformer, default: fallback }] of types) {
    if (transformer.storing === undefined) continue;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const work = transformer.storing(value === undefined ? fallback?.value : value);
    if (work === undefined) continue;
    works ??= [];
    works.push({ key: name, segment: segmentOf(name), work });
  }
  if (works === undefined) return values;
  const stored = { ...values };
  return workOnParts(works, store, (name, value) => (stored[name] = value)).then(() => stored);
}
