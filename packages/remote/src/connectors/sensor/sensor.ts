import type { Interface } from "@flytekit-ts/core/graph";
import type { Shape, Values } from "@flytekit-ts/core/tasks";
import type { Json } from "@flytekit-ts/core/types";
import type { ConnectorContext } from "../definition/handlers.js";

/** The config of a sensor, as its task declares it. */
export type SensorConfig = { readonly [name: string]: Json };

/** What a sensor's function gets besides the inputs. */
export interface SensorContext<C> extends Omit<ConnectorContext, "outputPrefix"> {
  readonly config: C;
}

/** The definition of a sensor. */
export interface SensorDefinition<I extends Shape, C> {
  /** Its name with dots: the module and the class for a sensor in Python, such as `shop.sensors.OrderSensor`. */
  readonly name: string;
  readonly inputs?: I | undefined;
  /** Whether what it waits for is there. Leave it out for a sensor that a connector in Python has. */
  readonly poke?: ((inputs: Values<I>, context: SensorContext<C>) => boolean | Promise<boolean>) | undefined;
  /** Checks the config that a task gives; it may give another form of it. */
  readonly readConfig?: ((given: SensorConfig | undefined) => C) | undefined;
}

/** Something that tasks wait for. */
export interface Sensor<I extends Shape = Shape> {
  readonly kind: "sensor";
  readonly module: string;
  readonly name: string;
  /** As it was declared, for the declarations of its tasks. */
  readonly shape: I;
  readonly inputs: Interface["inputs"];
  readonly poke: ((inputs: never, context: SensorContext<never>) => unknown) | undefined;
  readonly readConfig: ((given: SensorConfig | undefined) => unknown) | undefined;
}

/** The full name of a sensor. */
export function sensorName({ module, name }: Pick<Sensor, "module" | "name">): string {
  return `${module}.${name}`;
}
