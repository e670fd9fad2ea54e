import type { Entity } from "@flytekit-ts/core/graph";
import { fromLiterals } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import { Literal } from "@flytekit-ts/models/core";
import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import { literalsText } from "./literal-text.js";

/** What Flyte's engine made of one run. */
export interface RecordedRun {
  readonly phase: "Succeeded" | "Failed";
  readonly inputs: { readonly [name: string]: unknown };
  /** What gates were given. */
  readonly gates: { readonly [signal: string]: unknown };
  /** Of a run that succeeded, by name, as a text. */
  readonly outputs: string;
  /** Of a run that failed: the text of one innermost failed node. */
  readonly error: string;
  /** The backend's code of the error; absent says nothing. */
  readonly code: string | undefined;
  /** The last phase of each node that the engine reported, by its unique id. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly taskRuns: number;
  /** Each execution of a task, as a text; absent where they were only counted. */
  readonly tasks: readonly string[] | undefined;
}

/** A run as the random data holds it: plain inputs, and how many task executions there were. */
export interface CountedRunJson {
  readonly inputs: { readonly [name: string]: unknown };
  readonly phase: "Succeeded" | "Failed";
  readonly outputs?: LiteralsJson;
  readonly error?: string;
  readonly code?: string;
  readonly nodes: { readonly [id: string]: string };
  readonly taskRuns: number;
}

/** A run as `runs.jsonl` holds it: literals, signals, and every task execution. */
export interface DetailedRunJson extends Omit<CountedRunJson, "inputs" | "taskRuns"> {
  readonly run: string;
  readonly workflow: string;
  readonly inputs: LiteralsJson;
  readonly signals?: LiteralsJson;
  readonly tasks: readonly {
    readonly node: string;
    readonly item?: number;
    readonly attempt: number;
    readonly inputs: LiteralsJson;
  }[];
}

// What Python puts before the words of an author: the class of the error, and flytekit its own code.
const PYTHON_CLASS = /^[\w.]+(?:Error|Exception): (?:USER:\w+: error=)?/;

type LiteralsJson = { readonly [name: string]: JsonValue };

/** @throws for what is no literal */
export function countedRun(run: CountedRunJson): RecordedRun {
  const { phase, inputs, error = "", code, taskRuns } = run;
  const nodes = new Map(Object.entries(run.nodes));
  const outputs = literalsText(literalsOf(run.outputs));
  return { phase, inputs, gates: {}, outputs, error, code, nodes, taskRuns, tasks: undefined };
}

/** A run of real tasks; their errors are in it behind the class that Python has for them. @throws for what is no literal */
export function detailedRun(run: DetailedRunJson, { interface: declared }: Entity): RecordedRun {
  const { phase, code, tasks } = run;
  const signals = [...literalsOf(run.signals)].map(([name, literal]) => [name, signalOf(literal)] as const);
  return {
    phase,
    inputs: fromLiterals(declared.inputs, literalsOf(run.inputs)),
    gates: Object.fromEntries(signals),
    outputs: literalsText(literalsOf(run.outputs)),
    error: (run.error ?? "").replace(PYTHON_CLASS, ""),
    code,
    nodes: new Map(Object.entries(run.nodes)),
    taskRuns: tasks.length,
    tasks: tasks.map(({ node, item, attempt, inputs }) =>
      executionText({ id: node, item, attempt, inputs: literalsOf(inputs) }),
    ),
  };
}

/** One execution of a task. */
export interface TaskExecution {
  /** The engine's unique id of the node; an item of a map has one of its own. */
  readonly id: string;
  readonly item: number | undefined;
  readonly attempt: number;
  readonly inputs: ReadonlyMap<string, idl.Literal>;
}

/** One execution of a task, as a text: equal for equal executions. */
export function executionText({ id, item, attempt, inputs }: TaskExecution): string {
  const of = item === undefined ? "" : ` item ${item}`;
  return `${id}${of} attempt ${attempt} ${literalsText(inputs)}`;
}

function literalsOf(json: LiteralsJson = {}): ReadonlyMap<string, idl.Literal> {
  return new Map(Object.entries(json).map(([name, literal]) => [name, fromJson(Literal, literal)]));
}

// Gates here are given booleans and texts.
function signalOf(literal: idl.Literal): unknown {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  return scalar?.$case === "primitive" ? scalar.value.value?.value : undefined;
}
