import type { After, NodeCallOptions, Question } from "@flytekit-ts/core";
import { attempt, coreErrors, describeValue, locate, reportTo } from "@flytekit-ts/core/errors";
import {
  createTracer,
  describeTarget,
  type Expression,
  isCondition,
  isPromise,
  isTrueAt,
  type Place,
  placeOfCaller,
  type PromiseTarget,
  targetOf,
  type Tracer,
  tracerFor,
  useCondition,
} from "@flytekit-ts/core/graph";
import { SimpleType } from "@flytekit-ts/core/literals";
import { assertWellFormed } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import type { Arms, Common, Conditional } from "./arms.js";
import { type Arm, traceArm, UNFINISHED } from "./arm.js";
import { balanced } from "./balanced.js";
import { addBranch, type Finished } from "./finish-branch.js";
import type { Opening } from "./opening.js";

/**
 * Decide by a value that is known only when the workflow runs.
 *
 * Each arm is a closure. Its calls run only if the arm is taken, and it returns the result of a call. The result of
 * the conditional is the outputs that all arms have. An arm of several calls becomes a sub-workflow
 * `<workflow>.<name>.<arm>`.
 *
 * @throws `CALL_OUTSIDE_WORKFLOW`, `OPTION_INVALID`; the chain throws `CONDITIONAL_ARM_INVALID`,
 * `CONDITIONAL_ARM_MISPLACED`, `CONDITIONAL_FINISHED`, `CONDITIONAL_ARMS_DIFFER`, `VALUE_TYPE_MISMATCH`,
 * `CONDITION_TOO_DEEP`.
 * @example
 * const size = conditional("size")
 *   .if(n.gt(10), () => shrink({ n }))
 *   .else(() => grow({ n }));
 */
export function conditional(name: string, options?: NodeCallOptions): Conditional {
  const place = placeOfCaller(conditional);
  return openConditional({ name, place, options, outer: tracerFor({ name, kind: "branch" }, place) });
}

/** Start a conditional in the body that `opening.outer` traces. @throws `OPTION_INVALID` */
export function openConditional(opening: Opening): Conditional {
  const { name, place } = opening;
  if (typeof name !== "string" || name === "") {
    const params = { at: "a conditional", option: "name", wanted: "a string that is not empty", given: name };
    const advice = 'Name it: `conditional("size")`.';
    throw coreErrors.OPTION_INVALID({ ...params, advice }, { location: place.location });
  }
  attempt(() => assertWellFormed(name, "name", "a conditional"), undefined, reportTo(opening.outer, place));
  return new Chain(opening);
}

/**
 * A conditional that its author is writing.
 *
 * H1. Arms are traced in the order in which they are written, each with its own tracer.
 * H2. Until it has its last arm it is open in the enclosing body. Staying open is a problem.
 * H3. It is finished once. Adding an arm after that throws.
 * H4. A wrong arm is a fault of the enclosing body, and tracing goes on with the results of the other arms.
 */
class Chain implements Arms<unknown> {
  readonly [UNFINISHED] = true;
  readonly #opening: Opening;
  readonly #arms: Arm[] = [];
  #written = 0;

  constructor(opening: Opening) {
    this.#opening = opening;
    opening.outer.openConditionals.add(opening);
  }

  readonly if = <A extends After>(question: Question, arm: () => A): Arms<A> => {
    this.#add({ name: "if", place: placeOfCaller(this.if) }, arm, question);
    return this as unknown as Arms<A>;
  };

  readonly elseIf = <A extends After>(question: Question, arm: () => After): Arms<Common<unknown, A>> => {
    this.#add({ name: `elseIf${this.#written}`, place: placeOfCaller(this.elseIf) }, arm, question);
    return this as unknown as Arms<Common<unknown, A>>;
  };

  readonly else = <A extends After>(arm: () => After): Common<unknown, A> => {
    const place = placeOfCaller(this.else);
    const arms = [...this.#arms];
    const last = this.#add({ name: "else", place }, arm);
    return this.#finish({ arms, last: last ?? "" }) as Common<unknown, A>;
  };

  readonly fail = (message: string): unknown => {
    const place = placeOfCaller(this.fail);
    this.#assertOpen(place.location);
    this.#assertInOrder("fail", place.location);
    const { name, outer } = this.#opening;
    if (typeof message !== "string") {
      const params = { at: `fail of conditional ${name}`, wanted: "a string", given: message };
      const advice = 'Say why it fails: `.fail("too small")`.';
      reportTo(outer, place)(coreErrors.OPTION_INVALID({ ...params, option: "message", advice }));
    } else {
      const at = `fail of conditional ${name}`;
      attempt(() => assertWellFormed(message, "message", at), undefined, reportTo(outer, place));
    }
    return this.#finish({ arms: this.#arms, last: typeof message === "string" ? message : "" });
  };

  #add(
    { name, place }: { readonly name: string; readonly place: Place },
    arm: () => After,
    question?: Question,
  ): Arm | undefined {
    this.#assertOpen(place.location);
    this.#assertInOrder(name, place.location);
    this.#written += 1;
    const { outer, name: conditional } = this.#opening;
    const words = this.#wordsOf(name);
    const ask = () => conditionOf(question, { arm: words.toLowerCase(), outer, place });
    const condition = name === "else" ? undefined : attempt(ask, undefined, reportTo(outer, place));
    // A closure was passed as the question and no closure as the arm: the question was left out.
    if (typeof question === "function" && typeof arm !== "function") return undefined;
    const tracer = createTracer(`${outer.workflow}.${conditional}.${name}`, { outer });
    try {
      const result = attempt(
        () => traceArm(arm, tracer, { words, place }),
        undefined,
        reportTo(tracer, place),
      );
      if (result === undefined) return undefined;
      // The enclosing body reports the open conditionals and unused conditions of its arms.
      for (const each of tracer.openConditionals) outer.openConditionals.add(each);
      for (const each of tracer.conditions) outer.conditions.add(each);
      const added = { name, condition, tracer, result, place };
      this.#arms.push(added);
      return added;
    } finally {
      outer.faults.push(...tracer.faults);
    }
  }

  #finish(finished: Finished): unknown {
    const { outer, place } = this.#opening;
    outer.openConditionals.delete(this.#opening);
    // Without a valid arm the result of the conditional is unknown, so its last fault ends the body.
    const fault = this.#arms.length === 0 ? outer.faults.pop() : undefined;
    if (fault !== undefined) throw fault;
    try {
      return addBranch(this.#opening, finished);
    } catch (error) {
      throw locate(error, place);
    }
  }

  #assertOpen(location: Place["location"]): void {
    const { outer, name } = this.#opening;
    if (outer.openConditionals.has(this.#opening)) return;
    throw errors.CONDITIONAL_FINISHED({ conditional: name }, { location });
  }

  #assertInOrder(arm: string, location: Place["location"]): void {
    const isFirst = this.#written === 0;
    if ((arm === "if") === isFirst) return;
    const problem = isFirst ? "comes first, but the first arm is an `if`" : "comes after another arm";
    throw errors.CONDITIONAL_ARM_MISPLACED({ arm: this.#wordsOf(arm), problem }, { location });
  }

  #wordsOf(arm: string): string {
    return `The arm \`${arm.replace(/\d+$/, "")}\` of conditional ${this.#opening.name}`;
  }
}

// Each level takes two messages, and our own decoders read up to 500 of those.
const DEEPEST = 200;

const CONDITION = "a comparison such as `n.gt(3)`, or a promised boolean";

interface Asked {
  readonly arm: string;
  readonly outer: Tracer;
  readonly place: Place;
}

/**
 * The condition of a question. A boolean becomes a comparison with true.
 *
 * @throws `VALUE_TYPE_MISMATCH`, `CONDITION_TOO_DEEP`, `CONDITION_NOT_COMPARABLE` for a part of an output.
 */
function conditionOf(question: unknown, { arm, outer, place }: Asked): Expression {
  const target = isPromise(question) ? targetOf(question) : undefined;
  const condition = target !== undefined && isBoolean(target) ? isTrueAt(target, place) : question;
  if (!isCondition(condition)) {
    const given =
      target === undefined
        ? describeValue(question)
        : `${describeTarget(target)} of type ${target.type.words}`;
    const path = `The condition of ${arm}`;
    // The wrong question may be made of conditions, as `!n.gt(3)` is. Do not report these as unused, too.
    outer.conditions.clear();
    throw coreErrors.VALUE_TYPE_MISMATCH({ path, wanted: CONDITION, given, fault: "no-question" });
  }
  useCondition(condition);
  useCondition(condition, outer);
  const expression = balanced(condition.expression, DEEPEST);
  if (expression === undefined) throw errors.CONDITION_TOO_DEEP({ arm, limit: DEEPEST });
  return expression;
}

function isBoolean({ type }: PromiseTarget): boolean {
  const { type: literalType } = type.literalType;
  return literalType?.$case === "simple" && literalType.value === SimpleType.BOOLEAN;
}
