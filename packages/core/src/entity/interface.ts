import * as errors from "../errors.js";
import type { Declared, OutSpec, Shape, TypeLike } from "../types/infer.js";
import { resolveType } from "../schemas/resolve-type.js";
import { isType, type RuntimeType } from "../types/runtime-type.js";
import { byCodePoint } from "../words/by-code-point.js";
import { isPlainObject } from "../words/plain-object.js";
import { assertVariableName } from "../options/names.js";

/** Name of the one output of an entity declared with `output`. */
export const BARE_OUTPUT = "o0";

/**
 * The typed inputs and outputs of an entity.
 *
 * `outputStyle` says how a result looks to the author: one bare value, an object of named values, or
 * nothing. In messages of Flyte IDL all three are maps of variables.
 */
export interface Interface {
  readonly inputs: ReadonlyMap<string, RuntimeType>;
  /** Names of the inputs, sorted by code point, as flytekit binds them. */
  readonly inputNames: readonly string[];
  readonly outputs: ReadonlyMap<string, RuntimeType>;
  readonly outputStyle: "bare" | "named" | "void";
}

/**
 * The interface of a declaration.
 *
 * @throws `TYPE_UNKNOWN`, `VARIABLE_NAME_INVALID`, `OUTPUTS_AMBIGUOUS`, `OPTION_INVALID`.
 */
export function createInterface(declared: Declared<Shape, OutSpec>, entity: string): Interface {
  const { name, inputs = {}, output, outputs } = declared;
  const of = `${entity} ${name}`;
  if (output !== undefined && outputs !== undefined) throw errors.OUTPUTS_AMBIGUOUS({ entity: of });
  const inputTypes = variables(inputs, "inputs", of);
  if (output === undefined)
    return interfaceOf(inputTypes, variables(outputs === undefined ? {} : outputs, "outputs", of));
  const outputTypes = new Map([[BARE_OUTPUT, resolveType(output as TypeLike, `output of ${of}`)]]);
  return interfaceOf(inputTypes, outputTypes, "bare");
}

type Types = ReadonlyMap<string, RuntimeType>;

/** The interface with these inputs and outputs. */
export function interfaceOf(
  inputs: Types,
  outputs: Types,
  outputStyle: Interface["outputStyle"] = "named",
): Interface {
  return Object.freeze({
    inputs,
    inputNames: [...inputs.keys()].toSorted(byCodePoint),
    outputs,
    outputStyle: outputs.size === 0 ? "void" : outputStyle,
  });
}

function variables(shape: unknown, where: string, of: string): ReadonlyMap<string, RuntimeType> {
  if (!isPlainObject(shape) || isType(shape)) {
    const given = isType(shape) ? { given: shape, inWords: "one type without a name" } : { given: shape };
    const advice = `Name each of them: \`${where}: { x: t.int() }\`.`;
    throw errors.OPTION_INVALID({ at: of, option: where, wanted: "types by name", ...given, advice });
  }
  const entries = Object.entries(shape).map(([name, type]) => {
    assertVariableName(name, `${where} of ${of}`);
    return [name, resolveType(type as TypeLike, `${where}.${name} of ${of}`)] as const;
  });
  return new Map(entries);
}
