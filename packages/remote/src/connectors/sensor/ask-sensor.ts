import { describeValue } from "@flytekit-ts/core/errors";
import { decodeMessage } from "@flytekit-ts/core/literals";
import { loadLiterals, localStore } from "@flytekit-ts/core/storage";
import { isPlainObject } from "@flytekit-ts/core/types";
import { encode } from "@flytekit-ts/models";
import { LiteralMap } from "@flytekit-ts/models/core";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import type { ConnectorContext, ConnectorRequest } from "../definition/handlers.js";
import { type Sensor, type SensorConfig, type SensorContext, sensorName } from "./sensor.js";

type Sensors = ReadonlyMap<string, Sensor>;

/** A wait of a task for a sensor, as the cluster keeps it. Its names are flytekit's, but for the inputs. */
export interface Wait {
  readonly sensor_module: string;
  readonly sensor_name: string;
  readonly sensor_config: SensorConfig | null;
  /** The literals of the inputs, as bytes of Flyte in base64: JSON does not keep a time or a file. */
  readonly inputs_pb: string;
}

/** The wait that a task asks for. @throws `SENSOR_NOT_FOUND` */
export function waitOf({ custom, literals }: ConnectorRequest<{}>, known: Sensors): Wait {
  const wait: Wait = {
    sensor_module: String(custom["sensor_module"]),
    sensor_name: String(custom["sensor_name"]),
    sensor_config: configOf(custom["sensor_config"]),
    inputs_pb: Buffer.from(encode(LiteralMap, { literals: new Map(literals) })).toString("base64"),
  };
  sensorOf(wait, known);
  return wait;
}

function configOf(given: unknown): SensorConfig | null {
  return isPlainObject(given) ? (given as SensorConfig) : null;
}

function sensorOf(wait: Wait, known: Sensors): Sensor {
  const name = `${wait.sensor_module}.${wait.sensor_name}`;
  const sensor = known.get(name);
  if (sensor !== undefined) return sensor;
  throw errors.SENSOR_NOT_FOUND({ sensor: name.slice(0, 300), known: [...known.keys()] });
}

/** Whether what a task waits for is there. @throws `SENSOR_NOT_FOUND`, `CONNECTOR_RESULT_INVALID`, what the sensor throws */
export async function isThere(wait: Wait, known: Sensors, context: ConnectorContext): Promise<boolean> {
  const sensor = sensorOf(wait, known);
  const bytes = Buffer.from(wait.inputs_pb, "base64");
  const { literals } = decodeMessage("the inputs of a sensor", LiteralMap, bytes);
  const store = { ...localStore({ signal: context.signal }), storage: context.storage };
  const inputs = await loadLiterals(sensor.inputs, literals, store);
  const given = wait.sensor_config ?? undefined;
  const config: unknown = sensor.readConfig === undefined ? given : sensor.readConfig(given);
  const answer = await sensor.poke?.(
    inputs as never,
    { ...context, config } as unknown as SensorContext<never>,
  );
  if (typeof answer === "boolean") return answer;
  throw errors.CONNECTOR_RESULT_INVALID({
    connector: `the sensor ${sensorName(sensor)}`,
    operation: "poke",
    problem: `it is ${describeValue(answer)}`,
    advice: "Return true if what the sensor waits for is there, and false if not.",
  });
}
