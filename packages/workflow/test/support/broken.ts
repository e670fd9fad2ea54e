import { t, task } from "@flytekit-ts/core";
import { workflow } from "../../src/function/workflow.js";

// A module with a workflow that cannot be compiled, before and beside one that can.

const thrown: unknown = 5;

const used = task({ name: "broken.used", output: t.int() }, () => 1);

export const broken = workflow({ name: "broken.broken" }, () => {
  throw thrown;
});

export const exported = task({ name: "broken.exported", output: t.int() }, () => 2);

export const sound = workflow({ name: "broken.sound", output: t.int() }, () => used());
