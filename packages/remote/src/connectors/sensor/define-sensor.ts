import { atCaller, coreErrors } from "@flytekit-ts/core/errors";
import { createInterface } from "@flytekit-ts/core/graph";
import { assertOptions, assertText, hidden, type Shape } from "@flytekit-ts/core/tasks";
import type { Sensor, SensorConfig, SensorDefinition } from "./sensor.js";

const OPTIONS = new Set(["name", "inputs", "poke", "readConfig"]);

/**
 * Define a sensor: something outside the cluster that tasks wait for. `sensorTask` makes a task of it, and
 * `sensorConnector` serves it.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`, and what is wrong with its types
 * @example
 * const ordersReady = defineSensor({
 *   name: "shop.sensors.OrdersReady",
 *   inputs: { day: t.string() },
 *   poke: async ({ day }) => (await shop.orders(day)).isComplete,
 * });
 */
export function defineSensor<const I extends Shape = {}, C = SensorConfig | undefined>(
  definition: SensorDefinition<I, C>,
): Sensor<I> {
  return atCaller(defineSensor, () => {
    const given: unknown = Object(definition)["name"];
    const at = typeof given === "string" ? `sensor ${given}` : "a sensor";
    assertOptions(definition, OPTIONS, at);
    const { name, inputs, poke, readConfig } = definition;
    const dot = dotIn(name, at);
    for (const [option, value] of Object.entries({ poke, readConfig })) assertFunction(option, value, at);
    const declared = createInterface({ name, inputs: inputs ?? {} }, "sensor");
    return Object.freeze<Sensor<I>>({
      kind: "sensor",
      module: name.slice(0, dot),
      name: name.slice(dot + 1),
      shape: (inputs ?? {}) as I,
      inputs: declared.inputs,
      poke,
      readConfig,
    });
  });
}

function dotIn(name: unknown, at: string): number {
  assertText(name ?? "", "name", at);
  if (typeof name === "string" && /^[^.].*\.[^.]+$/s.test(name)) return name.lastIndexOf(".");
  const advice = 'Name the module and the sensor: `name: "shop.sensors.OrdersReady"`.';
  throw coreErrors.OPTION_INVALID({ at, option: "name", wanted: "a name with dots", given: name, advice });
}

function assertFunction(option: string, value: unknown, at: string): void {
  if (value === undefined || typeof value === "function") return;
  const advice = `Give a function, or leave \`${option}\` out.`;
  throw coreErrors.OPTION_INVALID({ at, option, wanted: "a function", ...hidden(value), advice });
}
