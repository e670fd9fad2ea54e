export { mock } from "./mocks/mock.js";
export type { Mock, MockFunction } from "./mocks/mock.js";
export { runLocal, startLocal } from "./run/start-local.js";
export type { LocalRun } from "./run/start-local.js";
export type { LocalOptions } from "./run/options.js";
export type { RunEvent } from "./scope/events.js";
