import { closest } from "@flytekit-ts/core/graph";
import type { Execution, ExecutionSignal } from "@flytekit-ts/remote";
import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { typeName } from "../../entities/type-name.js";
import { readInputs } from "../../inputs/read-inputs.js";
import { question } from "../../progress/question.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import { valueText } from "../../values/result-text.js";
import type { executionSignalSpec } from "./spec.js";

const command = "tsflyte execution signal";

/** `tsflyte execution signal` */
export const executionSignal: Action<typeof executionSignalSpec> = async (
  { arguments: given, options },
  cli,
) => {
  const { signal } = cli.host;
  return await onExecution(cli, { id: given.id, command, options }, async ({ execution }) => {
    await execution.status({ signal });
    const signals = await execution.signals({ signal });
    if (given.signal !== undefined && given.value !== undefined)
      return await answer(execution, named(signals, given.signal, execution), { text: given.value, cli });
    const asked =
      given.signal === undefined
        ? signals.find(({ isPending }) => isPending)
        : named(signals, given.signal, execution);
    if (given.signal === undefined) list(signals, execution, cli);
    if (asked === undefined || !asked.isPending || !cli.out.canAsk) return ExitCode.Success;
    const text = await ask(asked, cli);
    return text === undefined ? ExitCode.Success : await answer(execution, asked, { text, cli });
  });
};

function named(signals: readonly ExecutionSignal[], name: string, { id }: Execution): ExecutionSignal {
  const found = signals.find((each) => each.name === name);
  if (found !== undefined) return found;
  const near = closest(
    name,
    signals.map((each) => each.name),
  );
  throw errors.USAGE_INVALID({
    command,
    problem: `${id.name} has no signal ${JSON.stringify(name)}, or has not come to it yet`,
    advice:
      near === undefined ? `\`${command} ${id.name}\` lists those that it has.` : `Did you mean ${near}?`,
  });
}

function list(signals: readonly ExecutionSignal[], execution: Execution, { out }: Cli): void {
  for (const { name, type, isPending, value } of signals)
    out.object({ kind: "signal", name, type, isPending, value: isPending ? undefined : plain(value) });
  if (signals.length === 0)
    return out.note(
      `${execution.id.name} has no signals so far: they are listed once the execution reaches their nodes.`,
    );
  return out.table(
    [{ title: "SIGNAL" }, { title: "TYPE" }, { title: "VALUE", gives: 1 }],
    signals.map(({ name, accepts, isPending, value }) => [
      name,
      typeName(accepts.transformer),
      isPending ? "waits" : valueText(plain(value)),
    ]),
  );
}

async function ask({ name, accepts }: ExecutionSignal, { host }: Cli): Promise<string | undefined> {
  const asking = question(host, { write: (text) => void host.stderr.write(text), signal: host.signal });
  try {
    const reply = await asking.ask(`Value for ${name} (${typeName(accepts.transformer)}): `);
    return typeof reply === "object" && reply.line.trim() !== "" ? reply.line : undefined;
  } finally {
    asking.close();
  }
}

async function answer(
  execution: Execution,
  { name, accepts }: ExecutionSignal,
  { text, cli }: { readonly text: string; readonly cli: Cli },
): Promise<ExitCode> {
  const { host, out } = cli;
  // As an input of the same name would be read.
  const asked = { inputs: new Map([["value", accepts]]) };
  const read = await readInputs(asked, [`--value=${text}`], {
    ...host,
    command: `${command} ${execution.id.name} ${name}`,
  });
  for (const note of read.notes) out.warn(note);
  await execution.setInput(name, read.values["value"], { signal: host.signal });
  const { project, domain, name: of } = execution.id;
  out.object({ kind: "answered", project, domain, name: of, signal: name });
  out.print(`answered ${name}`);
  return ExitCode.Success;
}

function plain(value: unknown): Parameters<typeof valueText>[0] {
  const json = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "bigint" ? String(each) : each,
  );
  return json === undefined ? null : (JSON.parse(json) as Parameters<typeof valueText>[0]);
}
