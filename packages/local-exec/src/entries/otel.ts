// For authors who trace their runs: OpenTelemetry spans of runs, nodes and attempts.
export { telemetry } from "../otel/telemetry.js";
export type { Telemetry, TelemetryOptions } from "../otel/telemetry.js";
export type { OpenTelemetryApi } from "../otel/run-spans.js";
