import { crash, FITS, misfit, type Outcome, type Place, within } from "./outcome.js";

/** Asks whether `from` fits `to`. `place` says where they are in the types of the question that asked this one. */
export interface Question<T> {
  readonly from: T;
  readonly to: T;
  readonly place?: Place | undefined;
}

/** Answers one question. It may yield other questions, and receives their answers. */
export type Answering<T> = Generator<Question<T>, Outcome, Outcome>;

/** How questions are answered: directly if possible, or else by asking other questions. */
export interface Rules<T> {
  directly(from: T, to: T): Outcome | undefined;
  asking(from: T, to: T): Answering<T>;
}

/** How much work is left for one cast. Rules that read long lists subtract from it themselves. */
export interface Budget {
  left: number;
}

interface Frame<T> {
  readonly question: Question<T>;
  readonly answering: Answering<T>;
}

const OPEN = "open";
const ENDLESS = crash(() => "both contain themselves, so comparing them never ends");
/** The answer when no budget is left. */
export const TOO_LARGE = misfit(() => "they are too large to be compared");

/**
 * Answer a question and all questions that it leads to.
 *
 * Open questions are kept in a list and not on the call stack, so no nesting is too deep. Each question is
 * answered only once, so nested unions do not multiply the work. For a question that leads back to itself the
 * backend never ends, and crashes. The first crash is the answer of the whole.
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

  // Returns the answer if it is known. Otherwise it adds a frame that makes the answer, and the result has no
  // meaning.
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
