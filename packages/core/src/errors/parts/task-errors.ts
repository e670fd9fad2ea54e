import { uriWords } from "../../words/uri-words.js";
import { defineError } from "../define-errors.js";

// The codes of tasks that run.

export const SETTINGS_UNREADABLE = defineError("SETTINGS_UNREADABLE", {
  origin: "system",
  message: (p: { variable: string; problem: string }) =>
    `The settings of the registration in the environment variable ${p.variable} cannot be read: ${p.problem.replace(/\.$/, "")}.`,
  hint: "Register the task again: `serialize` writes the variable into the container of each dynamic.",
});

export const SHELL_OUTPUT_MISSING = defineError("SHELL_OUTPUT_MISSING", {
  origin: "user",
  message: (p: { task: string; output: string; path: string }) =>
    `The script of ${p.task} ended, but left nothing for its output ${p.output} at ${uriWords(p.path)}.`,
  hint: ({ output }) =>
    `Write to "{outputs.${output}}" in the script, or say in \`locations\` where it leaves the output.`,
});

export const SHELL_SCRIPT_FAILED = defineError("SHELL_SCRIPT_FAILED", {
  origin: "user",
  message: (p: { task: string; problem: string }) => `The script of ${p.task} failed: ${p.problem}`,
  hint: "Run the script by hand, or set `debug: true` to see what it is made of.",
});

export const TASK_FAILED = defineError("TASK_FAILED", {
  origin: "user",
  message: (p: { task: string; node?: string; message: string }) =>
    `Task ${p.task}${p.node === undefined ? "" : ` (node ${p.node})`} failed: ${p.message}`,
  hint: "Look at the `cause` of this error: it is the error that the task threw.",
});

export const TASK_HAS_NO_FUNCTION = defineError("TASK_HAS_NO_FUNCTION", {
  origin: "user",
  message: (p: { task: string }) => `Task ${p.task} has no function, so it cannot run on this machine.`,
  hint: "Run it on a cluster, or give the local run a mock of the task.",
});

export const TASK_HOOK_FAILED = defineError("TASK_HOOK_FAILED", {
  origin: "system",
  message: (p: { task: string; hook: "before" | "after"; message: string }) =>
    `What is done ${p.hook} the function of task ${p.task} failed: ${p.message}`,
  hint: "Look at the `cause` of this error: it is the error of the plugin that made this kind of task.",
});

export const TASK_INPUTS_INVALID = defineError("TASK_INPUTS_INVALID", {
  origin: "user",
  message: (p: { task: string; problem: string; advice?: string | undefined }) =>
    `Task ${p.task} was given wrong inputs: ${p.problem}`,
  hint: ({ advice }) => advice ?? "Give each input a value of its declared type.",
});

export const TASK_OUTPUT_INVALID = defineError("TASK_OUTPUT_INVALID", {
  origin: "user",
  message: (p: { task: string; at: string; problem: string; advice?: string | undefined }) =>
    `Task ${p.task} returned a wrong value for its ${p.at}: ${p.problem}`,
  hint: ({ advice }) =>
    advice ?? "Return a value of the declared type, or declare the type that the task returns.",
});
