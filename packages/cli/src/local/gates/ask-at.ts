import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import { typedValue } from "../options/typed-value.js";
import { type Question, question } from "../../progress/question.js";
import { wrapped } from "../../terminal/text/wrap.js";
import { typeOfGate } from "./type-of-gate.js";
import type { Progress } from "../../progress/progress.js";

/** What somebody is asked for. */
export interface AskedGate {
  readonly kind: "approval" | "input";
  readonly signal: string;
  /** The type of the value in words. */
  readonly type?: string | undefined;
  readonly valueType?: RuntimeType | undefined;
}

/** What somebody answered. `gone`: the gate does not wait any more. */
export type Asked = { readonly value: unknown } | "interrupted" | "gone";

/** Ask who sits there for the answer of a gate, until it is one. @throws `GATE_UNANSWERED` if the input ends */
export async function askAt(
  cli: Cli,
  gate: AskedGate,
  { progress, signal }: { readonly progress: Progress; readonly signal: AbortSignal },
): Promise<Asked> {
  const paused = progress.pause();
  const asked = question(cli.host, { write: paused.write, signal });
  try {
    return await untilUsable(cli, gate, asked);
  } finally {
    asked.close();
    paused.resume();
  }
}

async function untilUsable(cli: Cli, gate: AskedGate, asked: Question): Promise<Asked> {
  const { paint, width } = cli.out;
  const words =
    gate.kind === "approval"
      ? `Approve ${paint("bold", gate.signal)}? ${paint("dim", "(y/n)")} `
      : `Value for ${paint("bold", gate.signal)} ${paint("dim", `(${typeOfGate(gate)})`)}: `;
  for (;;) {
    const text = await asked.ask(words);
    if (text === "interrupted" || text === "gone") return text;
    if (text === "ended")
      throw errors.GATE_UNANSWERED({ gate: gate.signal, kind: gate.kind, type: typeOfGate(gate) });
    const value = await valueIn(text.line, gate, cli);
    if ("value" in value) return value;
    // In no colour: somebody has to read it, whatever the background is.
    asked.say(wrapped(value.problem, width).join("\n"));
  }
}

async function valueIn(
  line: string,
  gate: AskedGate,
  cli: Cli,
): Promise<{ readonly value: unknown } | { readonly problem: string }> {
  if (gate.kind === "approval") {
    if (/^\s*(?:y|yes|true)\s*$/i.test(line)) return { value: true };
    if (/^\s*(?:n|no|false)\s*$/i.test(line)) return { value: false };
    return { problem: "Answer y to approve it, or n to reject it." };
  }
  if (gate.valueType === undefined) return { problem: "The type of this value is not known here." };
  try {
    return { value: await typedValue(gate.valueType, { text: line, flag: gate.signal, cli }) };
  } catch (error) {
    // Who sits there knows which command it is.
    if (isFlytekitError(error)) return { problem: error.text.replace(/^tsflyte: /, "") };
    throw error;
  }
}
