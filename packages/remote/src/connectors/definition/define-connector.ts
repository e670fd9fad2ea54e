import { atCaller, coreErrors } from "@flytekit-ts/core/errors";
import { createInterface, type Interface } from "@flytekit-ts/core/graph";
import {
  assertOptions,
  assertText,
  type Declared,
  hidden,
  type OutSpec,
  type Shape,
} from "@flytekit-ts/core/tasks";
import type { AsyncConnector, Connector, SyncConnector } from "./connector.js";
import type { AsyncHandlers, SyncHandlers } from "./handlers.js";

/** What both kinds of connector declare. */
export interface ConnectorOptions<I, O> extends Omit<Declared<I, O>, "name"> {
  /** The type of the tasks that it runs: `acme_query`. */
  readonly taskType: string;
  /** The version of that type which it understands; 0 by default. */
  readonly version?: number | undefined;
  /** How the cluster lists it; the task type by default. */
  readonly name?: string | undefined;
}

/** The functions of a connector of either kind. */
// One union, where overloads would be simpler: TypeScript types a function without parameters for the first one alone.
export type ConnectorFunctions<I extends Shape, O extends OutSpec, M> =
  | (AsyncHandlers<I, O, M> & { readonly sync?: undefined })
  | (SyncHandlers<I, O> & { readonly [name in keyof AsyncHandlers<I, O, M>]?: undefined });

const OPTIONS = ["taskType", "version", "name", "inputs", "output", "outputs"];
const ASYNC = { create: true, get: true, delete: true, readMetadata: false, logs: false, metrics: false };
const SYNC = { sync: true };

/**
 * Define a connector: what runs the tasks of one type at a service outside the cluster. It is served with
 * `serveConnectors`, and local runs call it too (`connectorTask`).
 *
 * With `sync` it answers at once. With `create`, `get` and `delete` its jobs take time: `create` starts one, and what it
 * returns is all that `get` and `delete` know of it. If it declares `inputs` and `output` or `outputs`, its functions
 * take and return values of these types; otherwise, those of each task.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `OPTIONS_NOT_AN_OBJECT`, and what is wrong with its types.
 * @example
 * const acme = defineConnector({
 *   taskType: "acme_query",
 *   inputs: { day: t.string() },
 *   output: t.int(),
 *   create: async ({ inputs }) => ({ jobId: await client.start(inputs.day) }),
 *   get: async ({ jobId }) => ({ phase: phaseOfStatus(await client.status(jobId)) }),
 *   delete: async ({ jobId }) => client.cancel(jobId),
 * });
 */
export function defineConnector<
  M extends object,
  const I extends Shape = {},
  const O extends OutSpec = undefined,
>(definition: ConnectorOptions<I, O> & ConnectorFunctions<I, O, M>): Connector {
  return atCaller(defineConnector, () => checked(definition as unknown as Definition));
}

type Definition = ConnectorOptions<Shape, OutSpec> & { readonly [name: string]: unknown };

function checked(definition: Definition): Connector {
  const isSync = Object.hasOwn(Object(definition), "sync");
  const functions = isSync ? SYNC : ASYNC;
  const given: unknown = Object(definition)["taskType"];
  const at = typeof given === "string" ? `connector ${given}` : "a connector";
  assertOptions(definition, new Set([...OPTIONS, ...Object.keys(functions)]), at);
  const { taskType, version = 0, name = taskType, inputs, output, outputs } = definition;
  assertText(taskType ?? "", "taskType", at);
  assertText(name, "name", at);
  assertVersion(version, at);
  for (const [option, isNeeded] of Object.entries(functions))
    assertHandler(definition, option, { isNeeded, at });
  const declared = createInterface(
    { name: taskType, inputs, output, outputs } as Declared<Shape, OutSpec>,
    "connector",
  );
  const parts = {
    name,
    taskType,
    version,
    inputs: inputs === undefined ? undefined : declared.inputs,
    outputs: output === undefined && outputs === undefined ? undefined : outputsOf(declared),
  };
  const handlers: unknown = definition;
  return Object.freeze<Connector>(
    isSync
      ? { kind: "sync", ...parts, handlers: handlers as SyncConnector["handlers"] }
      : { kind: "async", ...parts, handlers: handlers as AsyncConnector["handlers"] },
  );
}

function outputsOf({ outputs, outputStyle }: Interface): NonNullable<Connector["outputs"]> {
  return { outputs, outputStyle };
}

function assertVersion(version: unknown, at: string): void {
  if (typeof version === "number" && Number.isInteger(version) && version >= 0 && version < 2 ** 31) return;
  const advice = "Leave it out for tasks whose template says no version.";
  throw coreErrors.OPTION_INVALID({
    at,
    option: "version",
    wanted: "a whole number from 0",
    given: version,
    advice,
  });
}

function assertHandler(
  definition: Definition,
  option: string,
  { isNeeded, at }: { readonly isNeeded: boolean; readonly at: string },
): void {
  const given = definition[option];
  if (typeof given === "function" || (given === undefined && !isNeeded)) return;
  const advice = "A connector has `create`, `get` and `delete`, or `sync` alone.";
  throw coreErrors.OPTION_INVALID({ at, option, wanted: "a function", ...hidden(given), advice });
}
