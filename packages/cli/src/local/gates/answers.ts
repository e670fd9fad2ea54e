import type { Entity } from "@flytekit-ts/core/graph";
import { gatesOf } from "@flytekit-ts/local-exec";
import type { Cli } from "../../command/cli.js";
import { nameAndValue } from "../../inputs/name-and-value.js";
import type { LocalGiven } from "../options/given.js";
import { typedValue } from "../options/typed-value.js";

/** The answers for gates that a command line gives. */
export interface Answers {
  /** Approvals, and values for gates that are known before the run, by the names of their signals. */
  readonly known: { readonly [signal: string]: unknown };
  /** Texts for gates that are known only when they are reached. */
  readonly later: ReadonlyMap<string, string>;
  /** Whether gates without an answer are asked for. */
  readonly areAsked: boolean;
}

/** Read the answers for the gates of an entity. @throws `USAGE_INVALID`, `INPUTS_INVALID` */
export async function answersOf(
  { approve, reject, answer, gates }: LocalGiven,
  entity: Entity,
  cli: Cli,
): Promise<Answers> {
  const all = gatesOf(entity);
  const inputs = new Map(
    all.gates.flatMap(({ signal, kind, valueType }) => (kind === "input" ? [[signal, valueType]] : [])),
  );
  const texts = answer.map((text) => nameAndValue(text, "answer"));
  const isLater = ([name]: readonly [string, string]): boolean => !inputs.has(name) && !all.areAll;
  // A name that is wrong is among them, and the run refuses it.
  const known: [string, unknown][] = [];
  for (const [name, text] of texts.filter((each) => !isLater(each))) {
    const type = inputs.get(name);
    const flag = `--answer ${name}`;
    known.push([name, type === undefined ? text : await typedValue(type, { text, flag, cli })]);
  }
  return {
    known: Object.fromEntries([
      ...approve.map((name) => [name, true] as const),
      ...reject.map((name) => [name, false] as const),
      ...known,
    ]),
    later: new Map(texts.filter(isLater)),
    areAsked: gates !== "fail" && cli.out.canAsk,
  };
}
