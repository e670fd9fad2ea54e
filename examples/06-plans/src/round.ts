import { type AddedNode, imperativeWorkflow, t } from "@flytekit-ts/workflow";
import { compare, sample } from "./samples.js";

/** A round as the people who drive it write it down; `after` says which stop has to be done first. */
export interface Round {
  readonly name: string;
  readonly stops: readonly { readonly site: string; readonly limit?: number; readonly after?: string }[];
}

type Visit = AddedNode<ReturnType<typeof t.string>>;

/** The workflow of a round: a node for each stop, and one that puts their reports together. */
export function toWorkflow({ name, stops }: Round) {
  const round = imperativeWorkflow({
    name,
    inputs: { taken: t.datetime() },
    outputs: { report: t.string() },
    failurePolicy: "fail-after-executable-nodes-complete",
  });
  const { taken } = round.inputs;
  const visits = new Map<string, Visit>();
  for (const { site, limit, after } of stops) {
    const earlier = after === undefined ? undefined : visits.get(after);
    if (after !== undefined && earlier === undefined)
      throw new Error(`${site} comes after ${after}, which comes later`);
    const options = { id: site, after: earlier === undefined ? [] : [earlier] };
    visits.set(site, round.addSubWorkflow(sample, { site, taken, limit }, options));
  }
  const reports = [...visits.values()].map(({ outputs }) => outputs.o0);
  round.addWorkflowOutput("report", round.addTask(compare, { reports }).outputs.o0);
  return round;
}
