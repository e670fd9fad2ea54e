import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import { resolveStored } from "../resolve/resolve-stored.js";
import type { PlannedNode } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { OutsideNode } from "./outside-run.js";
import { recordInside } from "./record-inside.js";
import type { Placed, Recorder } from "./recorder.js";
import { otherThan } from "./same-literals.js";

/**
 * Record a node that was executed elsewhere, if it fits the graph here.
 *
 * O1. Its inputs are those that the graph here gives it, since it is by these that a later run knows it again. If it had others,
 *     the graph has changed, and it is noted and not recorded.
 * O2. What is inside is recorded too, so that a later run can begin there.
 */
export async function recordNode(
  placed: Placed,
  recorder: Recorder,
  isHandler = false,
): Promise<Literals | undefined> {
  const { node, path } = placed;
  const outside = await recorder.find(path);
  if (outside === undefined) return undefined;
  const now = entityOf(node);
  if (outside.entity !== undefined && now !== undefined && outside.entity !== now)
    return recorder.note(path, `was ${outside.entity}, and is ${now} now`);
  try {
    // A handler is given the error beside what it is bound to.
    const inputs = (isHandler ? outside.inputs : undefined) ?? (await inputsOf(placed, recorder));
    const had = outside.inputs;
    const other = had === undefined ? undefined : otherThan(had, inputs, recorder.recording.codecs);
    if (other !== undefined) return recorder.note(path, other);
    return await record({ ...placed, inputs }, outside, recorder);
  } catch (error) {
    if (!isFlytekitError(error) || error.code.startsWith("JOURNAL_")) throw error;
    return recorder.note(path, `does not fit: ${textOf(error)}`);
  }
}

async function record(
  given: NodeRun,
  outside: OutsideNode,
  recorder: Recorder,
): Promise<Literals | undefined> {
  await recorder.started(given, outside);
  const inner = await recordInside(given, recorder);
  return recorder.ended(given, outside, inner);
}

async function inputsOf({ node, path, around, inputs }: Placed, recorder: Recorder): Promise<Literals> {
  if (inputs !== undefined) return inputs;
  const { store } = recorder.recording;
  const at = `${node.entity} (node ${path})`;
  return resolveStored(node.message.inputs, { outputsOf: around.outputsOf, at, store });
}

/** Kinds of nodes that have no name elsewhere: what is inside of them has. */
const NAMELESS: ReadonlySet<string> = new Set(["branch", "gate"]);

function entityOf({ target, entity }: PlannedNode): string | undefined {
  return NAMELESS.has(target.kind) ? undefined : entity;
}
