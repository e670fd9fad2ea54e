import type { BundlePart } from "../options/bundle-options.js";
import type { Bundling } from "./bundling.js";
import { fileName } from "./file-names.js";

/** What core's code asks for: it is left out where the name is defined as false. */
export const PART_NAMES: { readonly [P in BundlePart]: string } = {
  /** Reading schemas of other libraries as types. */
  schemas: "FLYTEKIT_SCHEMAS",
  /** Comparing, binding and explaining types that are made of others: records, unions, lists, files, datasets. */
  composites: "FLYTEKIT_COMPOSITES",
};

const OURS = /^node_modules\/@flytekit-ts\/(?:core|workflow|models)\//;
const CORE = /^node_modules\/@flytekit-ts\/core\//;
// Of the modules that make types, those whose types are made of no others.
const SCALARS =
  /\/(?:transformers\/(?:boolean|choice|date|datetime|duration|enum|float|int|none|primitive|string)|makers\/(?:choice-type|enum-type|scalar-types|t|t-members))\.[jt]s$/;
const TYPES = /\/(?:transformers|makers)\//;

/** Whether a module may have a schema of another library: all of them have this key. */
export function mayHaveSchemas(file: string, code: string, { options }: Bundling): boolean {
  return code.includes("~standard") && !OURS.test(fileName(options.root, file));
}

/** The parts that a bundle turns out to need, by what is left of it without them. */
export function neededParts(
  { options, found, leftOut }: Bundling,
  modules: readonly string[],
): readonly BundlePart[] {
  // What was left out by the options may have schemas and types.
  const isOpen = found.hasSchemas || [...leftOut.values()].some(({ reason }) => reason === "option");
  if (isOpen) return ["schemas", "composites"];
  const core = modules.map((each) => fileName(options.root, each)).filter((each) => CORE.test(each));
  const hasComposites = core.some((each) =>
    !TYPES.test(each) ? each.includes("/dist/code/") : !SCALARS.test(each),
  );
  return hasComposites ? ["composites"] : [];
}
