import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { decodeMessage } from "@flytekit-ts/core/literals";
import { loadLiterals, localStore } from "@flytekit-ts/core/storage";
import { encode } from "@flytekit-ts/models";
import { LiteralMap } from "@flytekit-ts/models/core";
import { isPlainObject } from "@flytekit-ts/core/types";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import type { Connector } from "../definition/connector.js";
import { defineConnector } from "../definition/define-connector.js";
import type { ConnectorContext } from "../definition/handlers.js";
import { fileSensor } from "./file-sensor.js";
import { type Sensor, type SensorConfig, type SensorContext, sensorName } from "./sensor.js";

/** A wait of a task for a sensor, as the cluster keeps it. Its names are flytekit's, but for the inputs. */
interface Wait {
  readonly sensor_module: string;
  readonly sensor_name: string;
  readonly sensor_config: SensorConfig | null;
  /** The literals of the inputs, as bytes of Flyte in base64: JSON does not keep a time or a file. */
  readonly inputs_pb: string;
}

/**
 * The connector for tasks of type `sensor`, which asks these sensors. That for files, `fileSensor`, is always among them.
 *
 * @throws `OPTION_INVALID` for what is no sensor, and for two of one name
 */
export function sensorConnector(sensors: readonly Sensor[] = []): Connector {
  const known = new Map([[sensorName(fileSensor), fileSensor]]);
  for (const sensor of sensors) addTo(known, sensor);
  return defineConnector({
    taskType: "sensor",
    name: "Sensor",
    create: ({ custom, literals }) => {
      const wait: Wait = {
        sensor_module: String(custom["sensor_module"]),
        sensor_name: String(custom["sensor_name"]),
        sensor_config: configOf(custom["sensor_config"]),
        inputs_pb: Buffer.from(encode(LiteralMap, { literals: new Map(literals) })).toString("base64"),
      };
      sensorOf(wait, known);
      return wait;
    },
    get: async (wait, context) => ({
      phase: (await isThere(wait, sensorOf(wait, known), context)) ? "SUCCEEDED" : "RUNNING",
    }),
    delete: () => undefined,
  });
}

function addTo(known: Map<string, Sensor>, sensor: Sensor): void {
  const isSensor = isPlainObject(sensor) && sensor.kind === "sensor";
  const name = isSensor ? sensorName(sensor) : "";
  if (isSensor && sensor.poke !== undefined && (!known.has(name) || known.get(name) === sensor)) {
    known.set(name, sensor);
    return;
  }
  const inWords = !isSensor
    ? describeValue(sensor)
    : sensor.poke === undefined
      ? `${name}, which has no \`poke\``
      : `two of the name ${name}`;
  const advice = "Give what `defineSensor` returned: sensors with `poke`, each with a name of its own.";
  const wanted = "sensors";
  throw coreErrors.OPTION_INVALID({
    at: "sensorConnector",
    option: "sensors",
    wanted,
    given: inWords,
    inWords,
    advice,
  });
}

function configOf(given: unknown): SensorConfig | null {
  return isPlainObject(given) ? (given as SensorConfig) : null;
}

function sensorOf(wait: Wait, known: ReadonlyMap<string, Sensor>): Sensor {
  const name = `${wait.sensor_module}.${wait.sensor_name}`;
  const sensor = known.get(name);
  if (sensor !== undefined) return sensor;
  throw errors.SENSOR_NOT_FOUND({ sensor: name.slice(0, 300), known: [...known.keys()] });
}

async function isThere(wait: Wait, sensor: Sensor, context: ConnectorContext): Promise<boolean> {
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
