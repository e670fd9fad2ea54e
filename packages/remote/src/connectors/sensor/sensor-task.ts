import type { TimeSpan } from "@flytekit-ts/core";
import { atCaller, coreErrors, describeValue } from "@flytekit-ts/core/errors";
import type { Shape, TaskDeclaration, TemplateTask } from "@flytekit-ts/core/tasks";
import { isPlainObject } from "@flytekit-ts/core/types";
import { refuseOptions } from "../local/refuse-options.js";
import { taskOfConnector } from "../local/task-of-connector.js";
import { asJson, faultOfJson } from "../values/json-value.js";
import { fileSensor } from "./file-sensor.js";
import type { Sensor, SensorConfig } from "./sensor.js";
import { sensorConnector } from "./sensor-connector.js";

/** The declaration of a task that waits for a sensor. Its inputs are those of the sensor. */
export interface SensorTaskDeclaration<I extends Shape> extends Omit<
  TaskDeclaration<I, undefined>,
  "inputs" | "output" | "outputs" | "custom"
> {
  readonly sensor: Sensor<I>;
  /** What the sensor gets as its config. */
  readonly sensorConfig?: SensorConfig | undefined;
  /** Between two looks in local runs; a second by default. */
  readonly pollInterval?: TimeSpan | undefined;
}

const OPTIONS = ["sensor", "sensorConfig", "pollInterval"];

/**
 * Declare a task that waits until a sensor says that what it waits for is there. `timeout` bounds how long.
 *
 * On a cluster, a connector asks the sensor: that of `sensorConnector`, or flytekit's for a sensor in Python.
 *
 * @throws what `task` throws.
 * @example
 * const ready = sensorTask({ name: "shop.ready", sensor: ordersReady, timeout: "6 hours" });
 */
export function sensorTask<const I extends Shape = {}>(
  declaration: SensorTaskDeclaration<I>,
): TemplateTask<I, undefined> {
  return atCaller(sensorTask, () => {
    const sensor = sensorIn(declaration);
    const { module, name } = sensor;
    const refused = ["inputs", "output", "outputs", "custom"];
    refuseOptions(declaration, { at: `sensor task ${declaration.name}`, refused, known: OPTIONS });
    const whole = { ...declaration, inputs: sensor.shape };
    return taskOfConnector<I, undefined>(whole, {
      words: "sensor task",
      callee: sensorTask,
      options: OPTIONS,
      connector: sensorConnector(sensor.poke === undefined || isBuiltIn(sensor) ? [] : [sensor]),
      isElsewhere: sensor.poke === undefined,
      custom: {
        sensor_module: module,
        sensor_name: name,
        sensor_config: configIn(declaration),
        inputs: null,
      },
    });
  });
}

function isBuiltIn(sensor: object): boolean {
  return sensor === fileSensor;
}

function sensorIn<I extends Shape>(declaration: SensorTaskDeclaration<I>): Sensor<I> {
  const { name, sensor } = Object(declaration) as Partial<SensorTaskDeclaration<I>>;
  if (isPlainObject(sensor) && sensor.kind === "sensor") return sensor;
  const inWords = describeValue(sensor);
  throw coreErrors.OPTION_INVALID({
    at: `sensor task ${String(name)}`,
    option: "sensor",
    wanted: "a sensor",
    given: inWords,
    inWords,
    advice: "Give what `defineSensor` returned, or `fileSensor`.",
  });
}

function configIn({
  name,
  sensorConfig: config,
}: {
  readonly name: string;
  readonly sensorConfig?: unknown;
}): SensorConfig | null {
  if (config === undefined) return null;
  const fault = isPlainObject(config) ? faultOfJson(config) : { path: "", problem: describeValue(config) };
  if (fault === undefined) return asJson(config) as SensorConfig;
  throw coreErrors.OPTION_INVALID({
    at: `sensor task ${name}`,
    option: `sensorConfig${fault.path}`,
    wanted: "an object that JSON can hold",
    given: fault.problem,
    inWords: fault.problem,
    advice: "Give texts, numbers, booleans, lists and objects by name.",
  });
}
