import * as errors from "../errors.js";
import { describeRecord } from "../literals/describe-type.js";
import type { Type } from "../literals/read-type.js";
import { type Budget, evaluate, TOO_LARGE } from "./evaluation/evaluate.js";
import { crash, FITS, misfit, type Outcome } from "./evaluation/outcome.js";
import { comparingSchemas } from "./schemas/compare-schemas.js";
import { type Compilation, compileSchema } from "./schemas/compile-schema.js";
import { isJsonObject, isSameJson, type JsonObject } from "./schemas/json.js";

// False in a bundle that has no types made of others, which then has no code for them.
declare const FLYTEKIT_COMPOSITES: boolean | undefined;

/**
 * Whether a record fits another, by their schemas.
 *
 * If one of the records has no schema, they fit. Equal schemas always fit. Different schemas are compared, if the
 * backend's validator accepts both.
 */
export function castingRecords(budget: Budget): (from: Type, to: Type) => Outcome {
  if (typeof FLYTEKIT_COMPOSITES === "boolean" && !FLYTEKIT_COMPOSITES)
    throw errors.PART_LEFT_OUT({ what: "Comparing the types of two records", part: "composites" });
  const compilations = new Map<JsonObject, Compilation>();
  const rule = comparingSchemas(budget);
  return (from, to) => {
    const [schema, wanted] = [from?.metadata, to?.metadata];
    if (schema == null || wanted == null || isSameJson(schema, wanted, budget)) return FITS;
    const [source, target] = [compile(schema), compile(wanted)];
    if (budget.left < 0) return TOO_LARGE;
    if (!("root" in source)) return notCompiled(source, schema);
    if (!("root" in target)) return notCompiled(target, wanted);
    return evaluate({ from: source.root, to: target.root }, rule, budget);
  };

  function compile(schema: JsonObject): Compilation {
    const known = compilations.get(schema) ?? compileSchema(schema, budget);
    compilations.set(schema, known);
    return known;
  }
}

function notCompiled(
  compilation: Exclude<Compilation, { readonly root: unknown }>,
  schema: JsonObject,
): Outcome {
  const where = (): string => `in the schema of ${describeRecord(isJsonObject(schema) ? schema : undefined)}`;
  if ("crash" in compilation) return crash(() => `there is ${compilation.crash} ${where()}`);
  return misfit(() => {
    return `the backend does not understand ${compilation.problem} ${where()}, so only an equal schema fits`;
  });
}
