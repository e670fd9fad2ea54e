import { errors } from "../../errors.js";
import { nameAndValue } from "../../inputs/name-and-value.js";
import type { LocalGiven } from "../../local/options/given.js";

/** The answers for gates that a command line gives, by the names of their signals. */
export interface GivenAnswers {
  readonly approvals: ReadonlyMap<string, boolean>;
  /** Texts, which are read by the types that the gates declare. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether somebody at the terminal is asked for the others. */
  readonly areAsked: boolean;
}

/** No answers: somebody at the terminal is asked for all. */
export const NO_ANSWERS: GivenAnswers = { approvals: new Map(), texts: new Map(), areAsked: true };

/** The answers that options give. @throws `USAGE_INVALID` where nobody would follow the execution to its gates */
export function givenAnswers({
  approve,
  reject,
  answer,
  gates,
  wait,
}: Pick<LocalGiven, "approve" | "reject" | "answer" | "gates"> & {
  readonly wait: boolean | undefined;
}): GivenAnswers {
  if (wait !== true && approve.length + reject.length + answer.length > 0)
    throw errors.USAGE_INVALID({
      command: "tsflyte run",
      problem: "--approve, --reject and --answer need --wait",
      advice: "Add `--wait`: gates are answered while the execution is followed.",
    });
  return {
    approvals: new Map([
      ...approve.map((name) => [name, true] as const),
      ...reject.map((name) => [name, false] as const),
    ]),
    texts: new Map(answer.map((text) => nameAndValue(text, "answer"))),
    areAsked: gates !== "fail",
  };
}

/** What a gate is answered with, if a command line says it: yes or no, or a text. */
export function knownAnswer(
  gate: { readonly for: "approval" | "input"; readonly signal: string },
  { approvals, texts }: GivenAnswers,
): boolean | string | undefined {
  return gate.for === "approval" ? approvals.get(gate.signal) : texts.get(gate.signal);
}
