import { defineErrors } from "@flytekit-ts/core/errors";
import { closest } from "@flytekit-ts/core/graph";

/** The errors of gates that wait: a part of the catalogue. */
export const gateErrors = defineErrors({
  GATE_ANSWER_INVALID: {
    origin: "user",
    message: (p: { gate: string; problem: string; advice?: string | undefined }) =>
      `The gate ${p.gate} cannot take this answer: ${p.problem}.`,
    hint: ({ advice }) =>
      advice ??
      "Answer with `run.approve(gate, true)`, or with `run.setInput(gate, value)` and a value of its type.",
  },
  GATE_CLOSED: {
    origin: "user",
    message: (p: { gate: string; entity: string; why: string }) =>
      `The gate ${p.gate} of ${p.entity} takes no answer, because ${p.why}.`,
    hint: "Look at `run.pending()` before you answer: it lists the gates that still wait.",
  },
  GATE_TIMED_OUT: {
    origin: "user",
    message: (p: { gate: string; node: string; milliseconds: number; sleeps?: boolean }) =>
      p.sleeps === true
        ? `The sleep ${p.gate} (node ${p.node}) is longer than the timeout of its node, ${p.milliseconds} ms.`
        : `The gate ${p.gate} (node ${p.node}) got no answer within its timeout of ${p.milliseconds} ms.`,
    hint: ({ sleeps }) =>
      sleeps === true
        ? 'Give the node a longer timeout: `sleep("3 days", { timeout: "4 days" })`. Otherwise it is an hour.'
        : 'Answer in time, or give the gate a longer timeout: `approve(value, "name", { timeout: "2 days" })`.',
  },
  GATE_UNKNOWN: {
    origin: "user",
    message: (p: {
      gate: string;
      entity: string;
      problem: string;
      known: readonly string[];
      isUnclear?: boolean;
    }) =>
      p.isUnclear === true
        ? `It is not clear which gate ${p.gate} of ${p.entity} is meant: ${p.problem}.`
        : `${p.entity} has no gate ${p.gate === "" ? "without a name" : p.gate}: ${p.problem}.`,
    hint: ({ gate, known, isUnclear }) => {
      if (isUnclear === true) return "Answer by the path of the node: `run.pending()` has it as `node`.";
      const meant = closest(gate, known);
      const use = "Answer by the name of the gate's signal, or by the path of its node.";
      return meant === undefined ? use : `Did you mean \`${meant}\`? ${use}`;
    },
  },
});
