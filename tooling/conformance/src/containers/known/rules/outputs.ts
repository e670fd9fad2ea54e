import type { ContainerRow } from "../../rows/container-row.js";
import type { KnownDifference } from "../known-difference.js";
import { packedValue } from "../../messages/packed.js";
import { type Placed, placedIn, scalarIn } from "../parts/placed.js";
import { errorText, inputsOf, interfaceOf, outputsOf, refusing, succeeding } from "../parts/row-messages.js";
import { misfits } from "../parts/record-schema.js";

/** Nothing, where several outputs are declared. */
export const emptyOutputs: KnownDifference = {
  name: "empty outputs",
  reason: "outputs that are declared must be returned, where flytekit takes an empty tuple for them",
  instead(row) {
    const declared = interfaceOf(row)?.outputs?.variables.size ?? 0;
    return declared > 1 && outputsOf(row)?.literals.size === 0 ? refusing(row) : undefined;
  },
};

/** A record whose fields are not of their types. */
export const uncheckedRecord: KnownDifference = {
  name: "unchecked record",
  reason: "the fields of a record that is returned are checked",
  instead: (row) => (recordsOf(row).includes("wrong") ? refusing(row) : undefined),
};

/** A record that lacks fields that have defaults. */
export const defaultsFilled: KnownDifference = {
  name: "defaults filled",
  reason: "a record that is returned has all its fields: one that is left out gets its default",
  instead(row) {
    const found = recordsOf(row);
    const isIncomplete = found.includes("incomplete") && !found.includes("wrong");
    return isIncomplete || lacksOnlyDefaults(row) ? succeeding(row) : undefined;
  },
};

/** Whether flytekit refused a record for fields, all of which have defaults. */
function lacksOnlyDefaults(row: ContainerRow): boolean {
  const text = /missing the following keys from the dataclass fields: \[(.*?)\]/.exec(errorText(row))?.[1];
  const keys = text?.split(", ").map((each) => each.replaceAll("'", ""));
  const schemas = [...(interfaceOf(row)?.outputs?.variables.values() ?? [])].map(
    ({ type }) => type?.metadata,
  );
  return keys !== undefined && schemas.some((schema) => hasDefaults(schema, keys));
}

function hasDefaults(
  schema: Readonly<Record<string, unknown>> | undefined,
  keys: readonly string[],
): boolean {
  const [properties, required] = [schema?.["properties"], schema?.["required"]];
  if (typeof properties !== "object" || properties === null) return false;
  return keys.every((key) => key in properties && !(Array.isArray(required) && required.includes(key)));
}

function recordsOf(row: ContainerRow): readonly string[] {
  return placedIn(outputsOf(row), interfaceOf(row)?.outputs).flatMap(({ literal, type }) => {
    const scalar = scalarIn(literal);
    if (scalar?.$case !== "binary" || type.metadata === undefined) return [];
    return misfits(packedValue(scalar.value.value), type.metadata);
  });
}

/** A value that is none of the declared constants. */
export const choicesChecked: KnownDifference = {
  name: "choices checked",
  reason: "a value must be one of the constants that are declared",
  instead(row) {
    const declared = interfaceOf(row);
    const placed = [
      ...placedIn(inputsOf(row), declared?.inputs),
      ...placedIn(outputsOf(row), declared?.outputs),
    ];
    return outputsOf(row) !== undefined && placed.some(isNoChoice) ? refusing(row) : undefined;
  },
};

function isNoChoice({ literal, type }: Placed): boolean {
  const choices: unknown = type.annotation?.annotations?.["literal_values"];
  const scalar = scalarIn(literal);
  const value = scalar?.$case === "primitive" ? scalar.value.value?.value : undefined;
  if (!Array.isArray(choices) || value === undefined) return false;
  // Numbers of JSON are no bigints.
  const text = typeof value === "object" ? undefined : String(value);
  return text !== undefined && !choices.some((each) => String(each) === text);
}
