import { isDeepStrictEqual } from "node:util";
import type * as idl from "@flytekit-ts/models/core";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";
import type { GateTarget, Plan } from "../plan/plan.js";
import { needsOf } from "../plan/needs.js";
import { gateAt } from "./gate-at.js";
import type { PendingGate } from "./pending-gate.js";

/** What somebody answered: whether a value is approved, or a value that was waited for. */
export type Answer = boolean | idl.Literal;

/** What is told to a gate that gets no answer. */
export class NoAnswer {
  readonly error: FlytekitError;

  constructor(error: FlytekitError) {
    this.error = error;
  }
}

/** A gate that waits, and what is done with its answer. */
interface Waiting {
  readonly gate: PendingGate;
  readonly target: GateTarget;
  readonly take: (answer: Answer | NoAnswer) => void;
}

/** The gate or gates that an answer is for. */
export interface Answered {
  readonly target: GateTarget;
  /** Gives the answer. Until then the gates are reserved for it, and refuse others. */
  give(answer: Answer): void;
  /** There is no answer after all. */
  release(): void;
}

const RESERVED: unique symbol = Symbol("reserved");

/** An answer that came before its gate, and the gate that it was checked against. */
interface Early {
  readonly target: GateTarget;
  readonly answer: Answer | typeof RESERVED;
}

/**
 * The gates of one run that are answered while it goes on.
 *
 * O1. A signal, which is a name in one execution, is answered once. Its answer is for all gates of that name in that
 *     execution, those that are reached later too, as on a cluster.
 * O2. An answer that comes before its gate waits for it: for the gate of a path, or for the first execution that
 *     reaches a gate of the name.
 * O3. Whatever is not answered by that says why: nothing of what somebody answers is lost.
 */
export class OpenGates {
  readonly #entity: string;
  readonly #plan: Plan;
  readonly #waiting = new Map<string, Waiting>();
  readonly #answers = new Map<string, Answer | typeof RESERVED>();
  readonly #early = new Map<string, Early>();
  /** Why a gate takes no more answers, by its path and by its name. */
  readonly #closed = new Map<string, string>();
  #isOver = false;

  constructor(entity: string, plan: Plan) {
    this.#entity = entity;
    this.#plan = plan;
  }

  /** The gates that wait, in the order in which they were reached. */
  get pending(): readonly PendingGate[] {
    return [...this.#waiting.values()].map(({ gate }) => gate);
  }

  /**
   * A gate waits. `take` is called with its answer: now, if that was given before, or when it comes. Returns a function
   * that is called when the gate waits no longer, with the reason.
   */
  open(waiting: Waiting): (why: string) => void {
    const { gate, take } = waiting;
    const known = this.#answers.get(signalOf(gate)) ?? this.#takeEarly(waiting);
    if (known !== undefined && known !== RESERVED) {
      this.#close(gate, ANSWERED);
      take(known);
      return () => {};
    }
    this.#waiting.set(gate.node, waiting);
    return (why) => {
      if (this.#waiting.delete(gate.node)) this.#close(gate, why);
    };
  }

  /** A gate that waits gets no answer: its attempt fails. @throws `GATE_UNKNOWN`, `GATE_CLOSED` */
  leave(id: string, error: FlytekitError): void {
    if (this.#isOver) throw this.#refusal(id, "the run is over");
    const waiting = this.#waitingFor(id);
    if (waiting === undefined) throw this.#unknown(id, "no gate that waits has this name or path");
    waiting.take(new NoAnswer(error));
  }

  /** The run is over. */
  end(): void {
    this.#isOver = true;
    this.#waiting.clear();
  }

  /**
   * The gate or gates with an id: the path of a node, or the name of a signal.
   *
   * @throws `GATE_UNKNOWN`, `GATE_CLOSED`
   */
  find(id: string): Answered {
    if (this.#isOver) throw this.#refusal(id, "the run is over");
    const waiting = this.#waitingFor(id);
    if (waiting !== undefined) return this.#reserve(id, waiting);
    const why = this.#closed.get(id);
    if (why !== undefined) throw this.#refusal(id, why);
    if (this.#early.has(id)) throw this.#refusal(id, ANSWERED);
    const target = gateAt(this.#plan, id) ?? this.#named(id);
    if (target === undefined)
      throw this.#unknown(id, "no gate that waits or is yet to come has this name or path");
    this.#early.set(id, { target, answer: RESERVED });
    return {
      target,
      give: (answer) => this.#giveEarly(id, { target, answer }),
      release: () => void this.#early.delete(id),
    };
  }

  #waitingFor(id: string): Waiting | undefined {
    const atPath = this.#waiting.get(id);
    if (atPath !== undefined) return atPath;
    const named = [...this.#waiting.values()].filter(({ gate }) => gate.signal === id);
    const [first, ...others] = named;
    if (others.every(({ gate }) => gate.executionId === first?.gate.executionId)) return first;
    const paths = named.map(({ gate }) => gate.node).join(", ");
    throw this.#unclear(id, `gates of several executions wait under this name, at ${paths}`);
  }

  #reserve(id: string, { gate, target }: Waiting): Answered {
    const signal = signalOf(gate);
    if (this.#answers.has(signal)) throw this.#refusal(id, ANSWERED);
    this.#answers.set(signal, RESERVED);
    return {
      target,
      give: (answer) => this.#give(signal, id, answer),
      release: () => void this.#answers.delete(signal),
    };
  }

  #give(signal: string, id: string, answer: Answer): void {
    // A value takes time to store.
    if (this.#isOver) throw this.#refusal(id, "the run is over");
    const takers = [...this.#waiting.values()].filter(({ gate }) => signalOf(gate) === signal);
    const why = takers.length === 0 ? this.#closed.get(id) : undefined;
    if (why !== undefined) throw this.#refusal(id, why);
    this.#answers.set(signal, answer);
    for (const { gate, take } of takers) {
      this.#waiting.delete(gate.node);
      this.#close(gate, ANSWERED);
      take(answer);
    }
  }

  // The gate may have been reached while the value was stored.
  #giveEarly(id: string, early: Early): void {
    if (this.#isOver) throw this.#refusal(id, "the run is over");
    this.#early.set(id, early);
    for (const waiting of this.#waiting.values()) {
      const answer = this.#takeEarly(waiting);
      if (answer !== undefined) return this.#give(signalOf(waiting.gate), id, answer);
    }
  }

  #takeEarly({ gate, target }: Waiting): Answer | undefined {
    for (const id of [gate.node, gate.signal]) {
      const { answer, target: expected } = this.#early.get(id) ?? {};
      if (answer === undefined || answer === RESERVED) continue;
      // A dynamic may have made a gate of the same name that waits for something else.
      if (!isDeepStrictEqual(expected?.condition, target.condition)) continue;
      this.#early.delete(id);
      this.#answers.set(signalOf(gate), answer);
      return answer;
    }
    return undefined;
  }

  #close({ node, signal }: PendingGate, why: string): void {
    this.#closed.set(node, why);
    this.#closed.set(signal, why);
  }

  #named(name: string): GateTarget | undefined {
    const [first, ...others] = needsOf(this.#plan).gates.filter((gate) => nameOf(gate) === name);
    if (others.every(({ condition }) => isDeepStrictEqual(condition, first?.condition))) return first;
    throw this.#unclear(name, "several gates have this name and wait for different things");
  }

  #refusal(gate: string, why: string): Error {
    return errors.GATE_CLOSED({ gate, entity: this.#entity, why });
  }

  #unclear(gate: string, problem: string): Error {
    return errors.GATE_UNKNOWN({ gate, entity: this.#entity, problem, known: [], isUnclear: true });
  }

  #unknown(gate: string, problem: string): Error {
    const names = needsOf(this.#plan).gates.flatMap((each) => nameOf(each) ?? []);
    const known = new Set([...names, ...this.pending.flatMap(({ signal, node }) => [signal, node])]);
    return errors.GATE_UNKNOWN({ gate, entity: this.#entity, problem, known: [...known] });
  }
}

/** Why a gate that has its answer takes no other. */
export const ANSWERED = "it was answered already";

function signalOf({ executionId, signal }: PendingGate): string {
  return JSON.stringify([executionId, signal]);
}

function nameOf({ condition }: GateTarget): string | undefined {
  return condition.$case === "sleep" ? undefined : condition.value.signalId;
}
