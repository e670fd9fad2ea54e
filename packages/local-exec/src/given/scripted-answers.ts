/** The answers for the gates of a run, by the names of their signals. */
export type GateValues = Readonly<Record<string, unknown>>;

const AFTER = Symbol.for("@flytekit-ts/answer-after");
const IN_TURN = Symbol.for("@flytekit-ts/answers-in-turn");

/** An answer for a gate that comes some time after the gate has been reached. */
export interface AnswerAfter {
  readonly [AFTER]: number;
  readonly value: unknown;
}

/** Answers for the gates of one name, the first for the gate that is reached first. */
export interface AnswersInTurn {
  readonly [IN_TURN]: readonly unknown[];
}

/** Make an answer that comes after so many milliseconds. */
export function makeAnswerAfter(milliseconds: number, value: unknown): AnswerAfter {
  return Object.freeze({ [AFTER]: milliseconds, value });
}

/** Make answers that are given one after the other. */
export function makeAnswersInTurn(answers: readonly unknown[]): AnswersInTurn {
  return Object.freeze({ [IN_TURN]: [...answers] });
}

/** Every value that may become the answer. */
export function answersIn(given: unknown): readonly unknown[] {
  if (isInTurn(given)) return given[IN_TURN].map(valueOf);
  return [valueOf(given)];
}

/** The answer of one gate, and how long it takes to come. */
export interface ScriptedAnswer {
  readonly value: unknown;
  readonly after: number;
}

/** The answers that a run was started with. */
export class ScriptedAnswers {
  readonly values: GateValues;
  readonly #taken = new Map<string, number>();

  constructor(values: GateValues) {
    this.values = values;
  }

  /** The answer for the next gate of a name. Undefined if there is none, or none any more. */
  take(name: string): ScriptedAnswer | undefined {
    if (!Object.hasOwn(this.values, name)) return undefined;
    const given = this.values[name];
    if (!isInTurn(given)) return toAnswer(given);
    const turn = this.#taken.get(name) ?? 0;
    this.#taken.set(name, turn + 1);
    return turn < given[IN_TURN].length ? toAnswer(given[IN_TURN][turn]) : undefined;
  }
}

function toAnswer(given: unknown): ScriptedAnswer {
  return isAfter(given) ? { value: given.value, after: given[AFTER] } : { value: given, after: 0 };
}

function valueOf(given: unknown): unknown {
  return isAfter(given) ? given.value : given;
}

function isAfter(given: unknown): given is AnswerAfter {
  return typeof given === "object" && given !== null && Object.hasOwn(given, AFTER);
}

function isInTurn(given: unknown): given is AnswersInTurn {
  return typeof given === "object" && given !== null && Object.hasOwn(given, IN_TURN);
}
