import type { RunEvent } from "../events/events.js";
import type { LocalRun } from "./start-local.js";

const forever = new Promise<never>(() => {});

/** A run that never begins. */
export const NEVER: LocalRun<never> = {
  id: "",
  result: forever,
  events: async function* (): AsyncGenerator<RunEvent> {
    yield await forever;
  },
  cancel() {},
};
