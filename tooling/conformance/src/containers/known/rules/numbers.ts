import { type Literal, type LiteralMap, SimpleType } from "@flytekit-ts/models/core";
import { packedValue, withPackedWholes } from "../../messages/packed.js";
import type { ContainerRow } from "../../rows/container-row.js";
import type { KnownDifference } from "../known-difference.js";
import { isSimple, type Placed, placedIn, scalarIn, typesIn } from "../parts/placed.js";
import {
  giving,
  hasError,
  inputsOf,
  interfaceOf,
  outputsOf,
  refusing,
  succeeding,
} from "../parts/row-messages.js";

/** An integer that no int64 holds. */
export const integerTooLarge: KnownDifference = {
  name: "integer too large",
  reason: "an output beyond int64 is refused with an error, where flytekit ends without a trace",
  instead(row) {
    const outputs = [...(interfaceOf(row)?.outputs?.variables.values() ?? [])];
    const hasInteger = outputs.some(
      ({ type }) => type !== undefined && typesIn(type).some((each) => isSimple(each, SimpleType.INTEGER)),
    );
    return hasInteger && isCrash(row) && isUnedited(row) ? refusing(row) : undefined;
  },
};

/** Whether a process left nothing but the text of a Python error about a value. */
function isCrash({ exitCode, out, stderr }: ContainerRow): boolean {
  return exitCode === 1 && Object.keys(out ?? {}).length === 0 && stderr === "crash ValueError";
}

/** Whether a row's command line is its template's: each faulty one ends so too. */
function isUnedited({ argv, taskTemplate, env }: ContainerRow): boolean {
  const args = taskTemplate.json.container?.args ?? [];
  const isSame =
    args.length === argv.length &&
    args.every((arg, at) => (arg.startsWith("{{") ? /^\{\w+\}|^""$/.test(argv[at] ?? "") : arg === argv[at]));
  const index = env["BATCH_JOB_ARRAY_INDEX_VAR_NAME"];
  const numbers = [index === undefined ? "0" : env[index], env["BATCH_JOB_ARRAY_INDEX_OFFSET"] ?? "0"];
  return isSame && numbers.every((each) => /^-?\d+$/.test(each ?? ""));
}

/** A float that is no whole number, for an integer. */
export const fractionForInteger: KnownDifference = {
  name: "fraction for an integer",
  reason: "a float that is no whole number is no integer, where flytekit cuts its fraction off",
  instead(row) {
    const placed = placedIn(inputsOf(row), interfaceOf(row)?.inputs);
    const hasFraction = placed.some(({ literal, type }) => {
      const value = primitiveIn(literal);
      return (
        isSimple(type, SimpleType.INTEGER) && value?.$case === "floatValue" && !Number.isInteger(value.value)
      );
    });
    return hasFraction && outputsOf(row) !== undefined ? refusing(row) : undefined;
  },
};

/** MessagePack has an integer where a float is declared. */
export const packedIntegerForFloat: KnownDifference = {
  name: "packed integer for a float",
  reason: "numbers are of one type in JavaScript, so that MessagePack of a whole one may be an integer",
  instead(row) {
    const placed = placedIn(inputsOf(row), interfaceOf(row)?.inputs);
    const hasInteger = placed.some(({ literal, type }) => {
      const scalar = scalarIn(literal);
      const value = scalar?.$case === "binary" ? packedValue(scalar.value.value) : undefined;
      return (
        isSimple(type, SimpleType.FLOAT) && typeof value === "object" && value !== null && "int" in value
      );
    });
    return hasInteger && hasError(row, { code: "SYSTEM" }) ? succeeding(row) : undefined;
  },
};

function primitiveIn(literal: Parameters<typeof scalarIn>[0]) {
  const scalar = scalarIn(literal);
  return scalar?.$case === "primitive" ? scalar.value.value : undefined;
}

/** An integer for a duration. */
export const integerForDuration: KnownDifference = {
  name: "integer for a duration",
  reason: "a whole number of seconds is a duration, as parts of records arrive",
  instead(row) {
    const placed = placedIn(inputsOf(row), interfaceOf(row)?.inputs);
    const isWhole = ({ literal, type }: Placed): boolean =>
      isSimple(type, SimpleType.DURATION) && primitiveIn(literal)?.$case === "integer";
    return placed.some(isWhole) && hasError(row, { code: "SYSTEM" }) ? succeeding(row) : undefined;
  },
};

/** A Struct with a whole number, for a record of any shape. */
export const wholeNumberInStruct: KnownDifference = {
  name: "whole number in a Struct",
  reason: "a Struct has only one kind of number: a whole one is an integer, where flytekit has floats",
  instead(row) {
    const outputs = outputsOf(row);
    const inputs = [...(inputsOf(row)?.literals.values() ?? [])];
    const hasStruct = inputs.some((each) => scalarIn(each)?.$case === "generic");
    return outputs !== undefined && hasStruct ? giving(row, withWholeNumbers(outputs)) : undefined;
  },
};

function withWholeNumbers(outputs: LiteralMap): LiteralMap {
  const literals = [...outputs.literals].map(([name, literal]): [string, Literal] => {
    const scalar = scalarIn(literal);
    if (scalar?.$case !== "binary") return [name, literal];
    const value = { ...scalar.value, value: withPackedWholes(scalar.value.value) };
    return [name, { ...literal, value: { $case: "scalar", value: { value: { $case: "binary", value } } } }];
  });
  return { literals: new Map(literals) };
}
