import { defineErrors, upperFirst } from "@flytekit-ts/core/errors";

/** Which function of which connector. */
export interface Handling {
  /** The connector in words: `the connector acme (acme_query)`. */
  readonly connector: string;
  /** What it was asked for: `create`. */
  readonly operation: string;
}

/** The errors of connectors, and of tasks that they run: a part of the catalogue. */
export const connectorErrors = defineErrors({
  CONNECTOR_EXISTS: {
    origin: "user",
    message: (p: { taskType: string; version: number; name: string; other: string }) =>
      `Two connectors are for tasks of type ${p.taskType}, version ${p.version}: ${p.other} and ${p.name}.`,
    hint: "Leave one out, give it another `version`, or add it with `{ override: true }`.",
  },
  CONNECTOR_FAILED: {
    origin: "user",
    message: (p: Handling & { said: string }) =>
      `${upperFirst(p.connector)} failed in \`${p.operation}\`: ${p.said}`,
    hint: "Look at the `cause` of this error: the connector's function threw it.",
  },
  CONNECTOR_METADATA_UNREADABLE: {
    origin: "system",
    message: (p: Handling & { size: number; problem: string }) =>
      `${upperFirst(p.connector)} cannot read the metadata of the resource (${p.size} bytes): ${p.problem}.`,
    hint: "What `create` returned comes back as it was. Read what older versions of the connector returned too.",
  },
  CONNECTOR_NOT_FOUND: {
    origin: "user",
    message: (p: { wanted: string; known: readonly string[] }) =>
      `There is no connector for ${p.wanted}. There are ${p.known.length === 0 ? "none" : p.known.join(", ")}.`,
    hint: "Give the connector to `serveConnectors`, with this task type and version.",
  },
  CONNECTOR_REQUEST_INVALID: {
    origin: "system",
    message: (p: { call: string; problem: string }) => `The request for ${p.call} is wrong: ${p.problem}.`,
    hint: "Connectors are called by Flyte's engine: check what called this one, and its version.",
  },
  CONNECTOR_RESULT_INVALID: {
    origin: "user",
    message: (p: Handling & { problem: string; advice: string }) =>
      `What \`${p.operation}\` of ${p.connector} returned is wrong: ${p.problem}.`,
    hint: ({ advice }) => advice,
  },
  CONNECTOR_STATUS_UNKNOWN: {
    origin: "user",
    message: (p: { status: string; known: readonly string[] }) =>
      `No phase of Flyte is known for the status ${p.status}.`,
    hint: ({ known }) => `Choose a phase yourself. The known words are ${known.join(", ")}.`,
  },
  CONNECTOR_TASK_FAILED: {
    origin: "user",
    message: (p: { task: string; connector: string; phase: string; code: string; said: string }) =>
      `${p.task} ended as ${p.phase} (${p.code}), ${p.connector} says: ${p.said}`,
    hint: "Look at the job where it ran; the log links of the connector lead there.",
  },
  CONNECTOR_TIMED_OUT: {
    origin: "system",
    message: (p: Handling & { seconds: number }) =>
      `${upperFirst(p.connector)} did not finish \`${p.operation}\` within ${p.seconds} s.`,
    hint: "Start the work in `create`, and let `get` say how far it is: neither waits for its end.",
  },
  CONNECTOR_UNSUPPORTED: {
    origin: "user",
    message: (p: Handling & { advice: string }) =>
      `${upperFirst(p.connector)} does not support \`${p.operation}\`.`,
    hint: ({ advice }) => advice,
  },
  CONNECTORS_NOT_SERVED: {
    origin: "user",
    message: (p: { address: string; problem: string }) =>
      `Connectors cannot be served at ${p.address}: ${p.problem}.`,
    hint: "Choose another `port` or `host`, as another program may have this one; correct `tls` if it is what is wrong.",
  },
  SENSOR_NOT_FOUND: {
    origin: "user",
    message: (p: { sensor: string; known: readonly string[] }) =>
      `No sensor has the name ${p.sensor}. There are ${p.known.join(", ")}.`,
    hint: "Give the sensor to `sensorConnector`, with the name that the task has registered.",
  },
});
