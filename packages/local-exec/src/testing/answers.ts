import type { TimeSpan } from "@flytekit-ts/core";
import { atCaller } from "@flytekit-ts/core/errors";
import {
  type AnswerAfter,
  type AnswersInTurn,
  makeAnswerAfter,
  makeAnswersInTurn,
} from "../given/scripted-answers.js";
import { spanOf } from "./span-of.js";

/**
 * An answer for `gates` or `answers` of a run that comes some time after its gate has been reached, on the clock of the
 * run. If the timeout of the gate is over before, the gate fails.
 *
 * @throws `OPTION_INVALID`
 * @example
 * const options = { clock: virtualClock(), gates: { "looks good": answerAfter("1 day", true) } };
 */
export function answerAfter(span: TimeSpan, answer: unknown): AnswerAfter {
  return atCaller(answerAfter, () => makeAnswerAfter(spanOf(span, "span", "answerAfter"), answer));
}

/**
 * Answers for several gates of one name: the first is for the gate that is reached first. When there are no more, gates
 * are as without an answer.
 *
 * @example
 * const options = { gates: { "looks good": answersInTurn(false, answerAfter("1 day", true)) } };
 */
export function answersInTurn(...answers: readonly unknown[]): AnswersInTurn {
  return makeAnswersInTurn(answers);
}
