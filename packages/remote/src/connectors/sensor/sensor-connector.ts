import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { isPlainObject } from "@flytekit-ts/core/types";
import type { Connector } from "../definition/connector.js";
import { defineConnector } from "../definition/define-connector.js";
import { fileSensor } from "./file-sensor.js";
import { type Sensor, sensorName } from "./sensor.js";

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
    // The messages are loaded with the first task.
    create: async (request) => (await import("./ask-sensor.js")).waitOf(request, known),
    get: async (wait, context) => {
      const { isThere } = await import("./ask-sensor.js");
      return { phase: (await isThere(wait, known, context)) ? "SUCCEEDED" : "RUNNING" };
    },
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
