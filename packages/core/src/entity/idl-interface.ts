import type * as idl from "@flytekit-ts/models/core";

import type { RuntimeType } from "../types/runtime-type.js";
import type { Interface } from "./interface.js";

/** The interface as IDL. A variable without a description gets its name as the description. */
export function toIdlInterface({ inputs, outputs }: Interface): idl.TypedInterface {
  return { inputs: toVariableMap(inputs), outputs: toVariableMap(outputs) };
}

function toVariableMap(types: ReadonlyMap<string, RuntimeType>): idl.VariableMap {
  return { variables: new Map([...types].map(([name, type]) => [name, toIdlVariable(name, type)])) };
}

function toIdlVariable(name: string, { transformer, description }: RuntimeType): idl.Variable {
  return {
    type: transformer.literalType,
    description: description ?? name,
    artifactPartialId: undefined,
    artifactTag: undefined,
  };
}
