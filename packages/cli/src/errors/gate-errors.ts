import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of gates that a command line answers: a part of the catalogue. */
export const gateErrors = defineErrors({
  GATE_UNANSWERED: {
    origin: "user",
    message: (p: { gate: string; kind: "approval" | "input"; type?: string | undefined }) =>
      p.kind === "approval"
        ? `The gate ${p.gate} waits for an approval, and nobody is there to give it.`
        : `The gate ${p.gate} waits for a value (${p.type ?? "of any type"}), and nobody is there to give it.`,
    hint: ({ gate, kind }) =>
      kind === "approval"
        ? `Add \`--approve ${quoted(gate)}\` or \`--reject ${quoted(gate)}\`, or run it on a terminal.`
        : `Add \`--answer ${quoted(`${gate}=VALUE`)}\`, or run it on a terminal.`,
  },
});

function quoted(text: string): string {
  return /^[\w./=:@%+-]+$/.test(text) ? text : JSON.stringify(text);
}
