import { describeValue, textOf } from "@flytekit-ts/core/errors";
import { storeLiterals, type ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { isPlainObject, type RuntimeType } from "@flytekit-ts/core/types";
import type { TypedInterface } from "@flytekit-ts/models/core";
import { type Connector, connectorWords } from "../definition/connector.js";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import { outputTypes, typeOfValue } from "./output-types.js";

/** Outputs that a connector returned, and for what. */
export interface GivenOutputs {
  readonly connector: Connector;
  readonly operation: string;
  /** Of the task, where it is known. */
  readonly interface: TypedInterface | undefined;
  readonly outputs: unknown;
}

const BARE = "o0";

/** The literals of outputs that a connector returned as values. @throws `CONNECTOR_RESULT_INVALID` */
export async function outputLiterals(given: GivenOutputs, store: ValueStore): Promise<Literals> {
  const { connector, outputs } = given;
  const known = outputTypes(connector, given.interface);
  const values = known?.isBare === true ? { [BARE]: outputs } : outputs;
  if (!isPlainObject(values)) throw wrong(given, `its outputs are ${describeValue(outputs)}`);
  const types = known?.types ?? typesOfValues(given, values);
  for (const name of Object.keys(values)) {
    if (types.has(name)) continue;
    const names = types.size === 0 ? "none" : [...types.keys()].join(", ");
    throw wrong(given, `there is no output ${JSON.stringify(name)}: there are ${names}`);
  }
  try {
    return await storeLiterals(types, values, store);
  } catch (cause) {
    throw wrong(given, `its outputs do not fit: ${textOf(cause).replace(/\.$/, "")}`, cause);
  }
}

function typesOfValues(
  given: GivenOutputs,
  values: { readonly [name: string]: unknown },
): ReadonlyMap<string, RuntimeType> {
  const types = new Map<string, RuntimeType>();
  for (const [name, value] of Object.entries(values)) {
    const type = typeOfValue(value);
    if (type === undefined) throw wrong(given, `the type of its output ${JSON.stringify(name)} is not known`);
    types.set(name, type);
  }
  return types;
}

function wrong({ connector, operation }: GivenOutputs, problem: string, cause?: unknown): Error {
  const advice =
    "Declare `output` or `outputs` of the connector, and return values of these types; or return `literals`.";
  const params = { connector: connectorWords(connector), operation, problem, advice };
  return errors.CONNECTOR_RESULT_INVALID(params, cause === undefined ? {} : { cause });
}
