/** FAILURE_HANDLER_MISMATCH: a handler with a further input that has a default, but is not optional. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { day: t.string() } }, () => {});
const report = task({ name: "report", inputs: { day: t.string(), to: t.string().default("ops") } }, () => {});

const signature = { name: "pipeline", inputs: { day: t.string() }, onFailure: report as never };
const pipeline = workflow(signature, ({ day }) => void load({ day })); // here

compile(pipeline);
