import { isDeepStrictEqual } from "node:util";
import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { KeptNode } from "../read/kept-node.js";
import type { KeptRun } from "../read/kept-run.js";
import { readRun } from "../read/read-run.js";
import { nodePairs, type NodePair } from "./node-pairs.js";
import { withoutRun } from "./without-run.js";

/** Something in which two runs differ. `a` and `b` are what one and the other have; undefined: it has none. */
export type RunDifference = {
  readonly a: idl.Literal | string | undefined;
  readonly b: idl.Literal | string | undefined;
  /** The path of the node; undefined if it is of the run as a whole. */
  readonly node: string | undefined;
} & (
  | { readonly what: "input" | "output"; readonly name: string }
  | {
      /**
       * `entity`: what runs; `code`: the versions of it; `bindings`: where its inputs come from; `presence`: whether there
       * is such a node, or whether the run came to it; `state`: how it ended; `error`: the code with which it failed.
       */
      readonly what: "entity" | "code" | "bindings" | "presence" | "state" | "error";
    }
);

/**
 * In what two runs differ, in the order in which it came about: what runs and its inputs, then node by node in the order of the
 * graph what the node is, its inputs, what is inside, its outputs and its end, and at last the outputs and the end of the run.
 *
 * So the first difference is where the runs parted. Files in the folders of the runs count as equal if they have the same names
 * there. Times, attempts and logs do not count.
 *
 * @throws `RUN_NOT_FOUND`, `JOURNAL_CORRUPT`, `JOURNAL_TOO_NEW`, `JOURNAL_CONTENT_LOST`
 */
export async function* diffRuns(
  journal: string,
  first: string,
  second: string,
): AsyncGenerator<RunDifference, void> {
  const [a, b] = [await readRun(journal, first), await readRun(journal, second)];
  yield* unless("entity", undefined, [entityOf(a), entityOf(b)]);
  yield* ofLiterals("input", undefined, [await literalsOf(a, a.inputs), await literalsOf(b, b.inputs)]);
  for (const pair of await nodePairs(a, b)) yield* ofNodes(pair, [a, b]);
  yield* ofLiterals("output", undefined, [await literalsOf(a, a.outputs), await literalsOf(b, b.outputs)]);
  yield* unless("state", undefined, [a.state, b.state]);
  yield* unless("error", undefined, [a.error?.code, b.error?.code]);
}

type Both<T> = readonly [a: T, b: T];

function* unless(
  what: Exclude<RunDifference["what"], "input" | "output">,
  node: string | undefined,
  [a, b]: Both<string | undefined>,
): Generator<RunDifference> {
  if (a !== b) yield { what, node, a, b };
}

function* ofLiterals(
  what: "input" | "output",
  node: string | undefined,
  [a, b]: Both<Literals | undefined>,
): Generator<RunDifference> {
  if (a === undefined || b === undefined) return;
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const [one, other] = [a.get(name), b.get(name)];
    if (!isDeepStrictEqual(one, other)) yield { what, name, node, a: one, b: other };
  }
}

async function* ofNodes(
  { path, recorded, kept, end }: NodePair,
  runs: Both<KeptRun>,
): AsyncGenerator<RunDifference> {
  const [a, b] = kept;
  if (!end) {
    const [one, other] = recorded;
    if ((one === undefined) !== (other === undefined) && (a === undefined) !== (b === undefined))
      return yield {
        what: "presence",
        node: path,
        a: one?.entity ?? a?.entity,
        b: other?.entity ?? b?.entity,
      };
    if (one !== undefined && other !== undefined) {
      if (one.entity !== other.entity)
        return yield { what: "entity", node: path, a: one.entity, b: other.entity };
      yield* unless("bindings", path, [one.bindings, other.bindings]);
      yield* unless("code", path, [one.version, other.version]);
    }
    yield* unless("presence", path, [
      a === undefined ? undefined : "reached",
      b === undefined ? undefined : "reached",
    ]);
    return yield* ofLiterals("input", path, await both(kept, runs, (node) => node.inputs()));
  }
  if (a === undefined || b === undefined) return undefined;
  yield* ofLiterals("output", path, await both(kept, runs, (node) => node.outputs()));
  yield* unless("state", path, [a.state, b.state]);
  yield* unless("error", path, [a.attempts.at(-1)?.error?.code, b.attempts.at(-1)?.error?.code]);
}

async function both(
  [a, b]: Both<KeptNode | undefined>,
  [ofA, ofB]: Both<KeptRun>,
  read: (node: KeptNode) => Promise<Literals | undefined>,
): Promise<Both<Literals | undefined>> {
  if (a === undefined || b === undefined) return [undefined, undefined];
  return [await literalsOf(ofA, () => read(a)), await literalsOf(ofB, () => read(b))];
}

async function literalsOf(
  { id }: KeptRun,
  read: () => Promise<Literals | undefined>,
): Promise<Literals | undefined> {
  const literals = await read();
  if (literals === undefined) return undefined;
  return new Map([...literals].map(([name, literal]) => [name, withoutRun(literal, id)]));
}

function entityOf({ header: { entity } }: KeptRun): string {
  return `${entity.kind} ${entity.name}`;
}
