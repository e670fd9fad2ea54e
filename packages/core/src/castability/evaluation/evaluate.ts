import { crash, FITS, misfit, type Outcome, type Place, within } from "./outcome.js";

/** Whether `from` fits `to`; `place` says where in the types of the question before they are. */
export interface Question<T> {
  readonly from: T;
  readonly to: T;
  readonly place?: Place | undefined;
}

/** Answers one question, and asks others on the way. */
export type Answering<T> = Generator<Question<T>, Outcome, Outcome>;

/** How questions are answered: at once, or else by asking others. */
export interface Rules<T> {
  directly(from: T, to: T): Outcome | undefined;
  asking(from: T, to: T): Answering<T>;
}

/** How much more work one cast may make. Rules that look at long lists take from it themselves. */
export interface Budget {
  left: number;
}

interface Frame<T> {
  readonly question: Question<T>;
  readonly answering: Answering<T>;
}

const OPEN = "open";
const ENDLESS = crash(() => "both hold themselves, so comparing them never ends");
/** There is no budget left to answer a question. */
export const TOO_LARGE = misfit(() => "they are too large to be compared");

/**
 * Answer a question with all that it asks on the way.
 *
 * What is under way is kept in a list and not on the stack, so that no nesting is too deep, and each question
 * is answered once, so that unions in unions do not multiply. One that asks itself again never ends in the
 * backend, which dies of it. Nothing outweighs a crash: the first one is the answer.
 */
export function evaluate<T>(first: Question<T>, rules: Rules<T>, budget: Budget): Outcome {
  const answers = new Map<T, Map<T, Outcome | typeof OPEN>>();
  const frames: Frame<T>[] = [];
  let answer = ask(first);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const step = frame.answering.next(answer);
    if (step.done === true) {
      frames.pop();
      const { from, to, place } = frame.question;
      answers.get(from)?.set(to, step.value);
      answer = within(place, step.value);
    } else answer = ask(step.value);
    if (answer.verdict === "crashes-backend") return outOf(frames, answer);
    if (budget.left < 0) return TOO_LARGE;
  }
  return answer;

  // The answer, or whatever, if there is a new frame to make it.
  function ask(question: Question<T>): Outcome {
    const { from, to, place } = question;
    budget.left -= 1;
    const known = rules.directly(from, to) ?? answers.get(from)?.get(to);
    if (known !== undefined) return within(place, known === OPEN ? ENDLESS : known);
    const beside = answers.get(from);
    if (beside === undefined) answers.set(from, new Map([[to, OPEN]]));
    else beside.set(to, OPEN);
    frames.push({ question, answering: rules.asking(from, to) });
    return FITS;
  }
}

function outOf<T>(frames: readonly Frame<T>[], outcome: Outcome): Outcome {
  return frames.reduceRight((inner, { question }) => within(question.place, inner), outcome);
}
