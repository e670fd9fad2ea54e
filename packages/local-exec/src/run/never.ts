import type { RunEvent } from "../events/events.js";
import type { LocalRun } from "./local-run.js";

const forever = new Promise<never>(() => {});

/** A run that never begins. */
export const NEVER: LocalRun<never> = {
  id: "",
  result: forever,
  async *events(): AsyncGenerator<RunEvent> {
    yield await forever;
  },
  pending: () => [],
  approve() {},
  setInput: () => forever,
  cancel() {},
};
