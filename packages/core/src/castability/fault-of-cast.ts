import type { TypeFault } from "../errors/type-fault.js";
import { SimpleType } from "../literals/idl-enums.js";
import { elementOf, listOf, read, simpleOf, type Type, variantsOf } from "../literals/read-type.js";
import { formatOf, isTable } from "./cast-datasets.js";
import { isReordered } from "./cast-simple.js";
import { castability } from "./castability.js";

/** The mistake behind a value of type `from` where `to` is wanted, if it is a common one. */
export function faultOfCast(from: Type, to: Type): TypeFault | undefined {
  return faultAt(from, to, DEEPEST);
}

// The types in messages may come from other programs and be nested to any depth.
const DEEPEST = 8;

function faultAt(from: Type, to: Type, depth: number): TypeFault | undefined {
  if (depth === 0) return undefined;
  const [given, wanted] = [unwrap(from), unwrap(to)];
  if (given.isOptional && !wanted.isOptional) return "optional-for-required";
  if (given.type !== from || wanted.type !== to) return faultAt(given.type, wanted.type, depth - 1);
  return (
    faultOfUnions(from, to) ??
    faultOfContainers(from, to, depth - 1) ??
    faultOfEnums(from, to) ??
    faultOfBlobs(from, to) ??
    faultOfDatasets(from, to) ??
    faultOfSimple(simpleOf(from), simpleOf(to))
  );
}

/** The type inside an optional, or the type itself. */
function unwrap(type: Type): { readonly type: Type; readonly isOptional: boolean } {
  const variants = variantsOf(type) ?? [];
  const others = variants.filter((variant) => simpleOf(variant) !== SimpleType.NONE);
  const [only] = others;
  const isOptional = others.length < variants.length;
  return { type: isOptional && others.length === 1 ? only : type, isOptional };
}

function faultOfUnions(from: Type, to: Type): TypeFault | undefined {
  if (listOf(variantsOf(from)).length > 1) return "other-variants";
  const fitting = (variantsOf(to) ?? []).filter((variant) => fits(from, variant));
  return fitting.length > 1 ? "several-variants" : undefined;
}

function faultOfContainers(from: Type, to: Type, depth: number): TypeFault | undefined {
  const [items, wantedItems] = [elementOf(from, "collectionType"), elementOf(to, "collectionType")];
  if (items !== undefined && wantedItems !== undefined) {
    const fault = faultAt(items, wantedItems, depth);
    return fault === "optional-for-required" ? "optional-elements" : fault;
  }
  if (fits(items, to)) return "list-for-single";
  if (fits(from, wantedItems)) return "single-for-list";
  const [values, wantedValues] = [elementOf(from, "mapValueType"), elementOf(to, "mapValueType")];
  if (values !== undefined && wantedValues !== undefined) return faultAt(values, wantedValues, depth);
  const isRecord = (type: Type): boolean => simpleOf(type) === SimpleType.STRUCT;
  if (isRecord(from) && isRecord(to)) return "records";
  const isMix = (isRecord(from) && wantedValues !== undefined) || (values !== undefined && isRecord(to));
  return isMix ? "record-and-map" : undefined;
}

function fits(from: Type, to: Type): boolean {
  return from !== undefined && to !== undefined && castability(from, to) === "castable";
}

function faultOfEnums(from: Type, to: Type): TypeFault | undefined {
  const [given, wanted] = [valuesOf(from), valuesOf(to)];
  if (given === undefined || wanted === undefined) return undefined;
  return isReordered(given, wanted) ? "enum-order" : "enum-values";
}

function valuesOf(type: Type): readonly string[] | undefined {
  const said = read(type, "enumType");
  return said && listOf(said.values);
}

// Of two files nothing else is compared.
function faultOfBlobs(from: Type, to: Type): TypeFault | undefined {
  return read(from, "blob") === undefined || read(to, "blob") === undefined ? undefined : "file-format";
}

function faultOfDatasets(from: Type, to: Type): TypeFault | undefined {
  if (!isTable(from) || !isTable(to)) return undefined;
  const [format, wanted] = [formatOf(from), formatOf(to)];
  return format === "" || wanted === "" || format.toLowerCase() === wanted.toLowerCase()
    ? "columns"
    : "file-format";
}

const NUMBERS: ReadonlySet<number | undefined> = new Set([SimpleType.INTEGER, SimpleType.FLOAT]);
const CONVERTIBLE: ReadonlySet<number | undefined> = new Set([
  ...[SimpleType.INTEGER, SimpleType.FLOAT, SimpleType.STRING, SimpleType.BOOLEAN],
  ...[SimpleType.DATETIME, SimpleType.DURATION],
]);

function faultOfSimple(from: number | undefined, to: number | undefined): TypeFault | undefined {
  if (from === to) return undefined;
  if (NUMBERS.has(from) && NUMBERS.has(to)) return "int-and-float";
  return CONVERTIBLE.has(from) && CONVERTIBLE.has(to) ? "convertible" : undefined;
}
