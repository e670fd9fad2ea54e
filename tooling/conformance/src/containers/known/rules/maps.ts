import type { ContainerRow } from "../../rows/container-row.js";
import type { KnownDifference } from "../known-difference.js";
import { scalarIn } from "../parts/placed.js";
import {
  errorText,
  hasError,
  inputsOf,
  interfaceOf,
  outputsOf,
  refusing,
  succeeding,
} from "../parts/row-messages.js";

/** A list in MessagePack for a map. */
export const packedListOfMap: KnownDifference = {
  name: "packed list of a map",
  reason: "a list that was taken out of a record, and so is MessagePack, is read for a map too",
  instead(row) {
    const isPacked = [...(inputsOf(row)?.literals.values() ?? [])].some(
      (each) => scalarIn(each)?.$case === "binary",
    );
    return row.kind === "map" && isPacked && hasError(row, { code: "SYSTEM" }) ? succeeding(row) : undefined;
  },
};

/** An input that a map has not. */
export const extraOfMap: KnownDifference = {
  name: "extra input of a map",
  reason: "an input that is not declared is refused for a map as it is for a task",
  instead(row) {
    const extra = [...(inputsOf(row)?.literals.keys() ?? [])].some((name) => !declaredIn(row).includes(name));
    return row.kind === "map" && extra && outputsOf(row) !== undefined ? refusing(row) : undefined;
  },
};

/** A list that a map is not given, of an input that has a default. */
export const defaultInMap: KnownDifference = {
  name: "default in a map",
  reason: "an input of a map that is not given has the default of its task",
  instead(row) {
    const missing = declaredIn(row).filter((name) => inputsOf(row)?.literals.has(name) === false);
    const [first] = /KeyError: '(\w+)'/.exec(errorText(row))?.slice(1) ?? [];
    const isMissing = first !== undefined && missing.includes(first);
    return row.kind === "map" && isMissing && hasDefault(row, first) ? succeeding(row) : undefined;
  },
};

function declaredIn(row: ContainerRow): readonly string[] {
  return [...(interfaceOf(row)?.inputs?.variables.keys() ?? [])];
}

/** Whether the source of a row's task says so. */
function hasDefault({ does = "" }: ContainerRow, name: string): boolean {
  return new RegExp(`[(, ]${name}: [^,)]*=`).test(does);
}
