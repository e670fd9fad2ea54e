// For those who run tasks at services outside the cluster: connectors, served to the engine, and their tasks.
export type { AsyncConnector, Connector, SyncConnector } from "../connectors/definition/connector.js";
export { ConnectorRegistry } from "../connectors/definition/connector-registry.js";
export { defineConnector } from "../connectors/definition/define-connector.js";
export type { ConnectorFunctions, ConnectorOptions } from "../connectors/definition/define-connector.js";
export type {
  AsyncHandlers,
  ConnectorContext,
  ConnectorRequest,
  InputsGiven,
  SyncHandlers,
} from "../connectors/definition/handlers.js";
export type {
  LogLine,
  LogPage,
  LogQuery,
  MetricQuery,
  MetricResult,
} from "../connectors/definition/observations.js";
export { phaseOfStatus } from "../connectors/definition/phase.js";
export type { TaskPhase } from "../connectors/definition/phase.js";
export type {
  ConnectorError,
  ConnectorResource,
  LogLink,
  OutputsOf,
} from "../connectors/definition/resource.js";
export { connectorTask } from "../connectors/local/connector-task.js";
export type { ConnectorTaskDeclaration } from "../connectors/local/connector-task.js";
export { defineSensor } from "../connectors/sensor/define-sensor.js";
export { fileSensor } from "../connectors/sensor/file-sensor.js";
export type { Sensor, SensorConfig, SensorContext, SensorDefinition } from "../connectors/sensor/sensor.js";
export { sensorConnector } from "../connectors/sensor/sensor-connector.js";
export { sensorTask } from "../connectors/sensor/sensor-task.js";
export type { SensorTaskDeclaration } from "../connectors/sensor/sensor-task.js";
export { serveConnectors } from "../connectors/serving/serve-connectors.js";
export type { ConnectorServer } from "../connectors/serving/connector-server.js";
export type { ServeOptions } from "../connectors/serving/serve-options.js";
export { webhookConnector } from "../connectors/webhook/webhook-connector.js";
export { webhookTask } from "../connectors/webhook/webhook-task.js";
export type { WebhookTaskDeclaration } from "../connectors/webhook/webhook-task.js";
export { errors as remoteErrors } from "../errors.js";
