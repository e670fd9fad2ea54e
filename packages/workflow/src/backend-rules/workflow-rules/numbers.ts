import { coreErrors } from "@flytekit-ts/core/errors";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { numberOf } from "../parts/message-parts.js";
import { isWholeNumber, UINT32, wholeNumberWords } from "../parts/whole-number.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "./rule.js";

/**
 * The numbers of a node fit the fields of the message.
 *
 * A number that does not fit fails only when the message is encoded, with an error that names no node.
 */
export const numbers: NodeRule = {
  stage: STAGES.lookup,
  check({ id, node: { metadata, target } }, { names }) {
    const array = target?.$case === "arrayNode" ? target.value : undefined;
    const [parallelism, success] = [array?.parallelismOption, array?.successCriteria];
    const given = [
      ["retries", metadata?.retries?.retries],
      ["concurrency", parallelism?.$case === "parallelism" ? parallelism.value : undefined],
      ["minSuccesses", success?.$case === "minSuccesses" ? success.value : undefined],
    ] as const;
    const wrong = given.filter(([, value]) => !isWholeNumber(numberOf(value), 0, UINT32));
    if (wrong.length === 0) return NO_PROBLEMS;
    const [at, wanted] = [describeNode(id, names), wholeNumberWords(0, UINT32)];
    return wrong.map(([option, value]) =>
      toProblem(coreErrors.OPTION_INVALID({ at, option, wanted, given: value }), { nodeId: id }),
    );
  },
};
