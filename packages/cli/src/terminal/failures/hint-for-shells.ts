import type { FlytekitError } from "@flytekit-ts/core/errors";

type Params = { readonly [name: string]: unknown };

/** What somebody at a shell does, by the codes of errors whose own hints are for programs that call our functions. */
const HINTS: { readonly [code: string]: string | ((params: Params) => string | undefined) } = {
  CACHE_UNUSABLE:
    "Name another folder, make this one writable, free space on its disk, or run with `--no-cache`.",
  CLUSTER_TIMED_OUT: "Try again. `tsflyte info` shows whether the cluster answers.",
  CONNECTORS_NOT_SERVED:
    "Choose another port or address with `--port`, `--metrics-port` and `--host`: another program may use this one.",
  EXECUTION_NAME_INVALID:
    "Give `--name` at most 63 lower-case letters, digits and hyphens, of which the first is a letter.",
  GATE_REJECTED:
    "Approve it with `--approve`, or handle the refusal in `onFailure` of the workflow, if the run should go on.",
  ISOLATION_MODULE_UNLOADABLE:
    "Export each task from a module that can be loaded by itself, or run tasks in this process: `--isolation none`.",
  JOURNAL_CORRUPT: ({ offset }) =>
    typeof offset === "number" && offset > 0
      ? `Everything before that byte is whole: \`tsflyte runs show\` shows it, and \`tsflyte runs resume --cut-at ${offset}\` goes on from there.`
      : undefined,
  JOURNAL_NOT_WRITTEN:
    "Make its folder writable, or free space on its disk. A run that had begun goes on with `tsflyte runs resume last`.",
  MOCK_MISSING: "Run it on the cluster, with `--remote`. In a test, `mock(...)` replaces it.",
  PACKAGE_EXISTS: "Choose another path with `--output`, or overwrite it with `--force`.",
  PULL_MODULE_UNREADABLE: "Write the module again with `tsflyte pull --output FILE`, and check that one.",
  RERUN_INVALID: "`tsflyte runs show --values` shows the nodes of a run, with their inputs and outputs.",
  RUN_CHANGED:
    "`--rerun-changed` runs again what has changed, and keeps the other results. Or resume with the code that the run began with.",
  SETTINGS_INVALID:
    "It is from a flag, the environment or flyte.config.ts: `tsflyte info` says from which of them.",
  TASK_FAILED: "The task threw this error. Once it is corrected, `tsflyte runs resume` continues the run.",
  RUN_NOT_FOUND: "`tsflyte runs list` lists the runs that are kept, the newest first.",
};

/** What the functions that hints of `@flytekit-ts/remote` name are on a command line. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ["execution.recover()", "recover"],
  ["execution.relaunch()", "relaunch"],
  ["execution.signals()", "signal"],
  ["execution.nodes()", "get"],
  ["execution.wait()", "watch"],
];

/** The hint of an error for somebody at a shell: with commands and options where it names functions of ours. */
export function hintForShells({ code, hint, params }: FlytekitError): string | undefined {
  const values: Params = Object(params);
  const own = HINTS[code];
  const said = (typeof own === "function" ? own(values) : own) ?? hint;
  if (said === undefined) return undefined;
  const name = nameOf(values);
  return COMMANDS.reduce(
    (text, [called, command]) => text.replaceAll(`\`${called}\``, `\`tsflyte execution ${command} ${name}\``),
    said,
  );
}

function nameOf({ execution }: Params): string {
  return typeof execution === "string" ? (execution.split("/").at(-1) ?? execution) : "EXECUTION";
}
