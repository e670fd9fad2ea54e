import type { Entity } from "@flytekit-ts/core/graph";
import { toNanoseconds } from "@flytekit-ts/core/literals";
import * as errors from "../errors.js";
import type { GateEntity } from "../gate/gate-entity.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { GATE_TIMEOUT } from "../lower/kinds/gate-kind.js";
import { type Problem, toProblem } from "../problem/problem.js";

/**
 * Sleeps that are longer than the timeout of their node. Flyte knows no other timeout for a gate that nobody answers, so the
 * node fails when the timeout is over.
 */
export function sleepProblems(graph: Graph): readonly Problem[] {
  return walkGraph(graph).flatMap(({ node: { entity, settings, place }, nodeId }) => {
    if (!isGate(entity) || entity.condition.$case !== "sleep") return [];
    const { duration } = entity.condition.value;
    const timeout = settings.timeout ?? GATE_TIMEOUT;
    // A timeout of 0 is none.
    if (duration === undefined || timeout === 0n || toNanoseconds(duration) <= timeout) return [];
    const error = errors.SLEEP_TIMES_OUT({
      sleep: entity.words ?? entity.name,
      milliseconds: Number(timeout / 1_000_000n),
    });
    return [toProblem(error, { severity: "warning", nodeId, place })];
  });
}

function isGate(entity: Entity): entity is GateEntity {
  return entity.kind === "gate";
}
