import { durationText } from "@flytekit-ts/core/context";
import type { ExecutionStatus, ListedExecution } from "@flytekit-ts/remote";
import type { JsonValue } from "../../command/output.js";
import { phaseText } from "../phase-text.js";
import { timeText } from "../times.js";
import type { ListKind } from "./list-kind.js";

/** Executions of a cluster. */
export const executions: ListKind<ListedExecution> = {
  command: "tsflyte execution list",
  words: "executions",
  fields: {
    name: "text",
    phase: [
      ...["QUEUED", "RUNNING", "SUCCEEDING", "SUCCEEDED", "FAILING"],
      ...["FAILED", "ABORTED", "TIMED_OUT", "ABORTING"],
    ],
    state: ["active", "archived"],
    mode: ["manual", "scheduled", "system", "relaunch", "child", "recovered"],
    user: "text",
    cluster: "text",
    createdAt: "time",
    startedAt: "time",
    updatedAt: "time",
    duration: "number",
    errorKind: ["USER", "SYSTEM", "UNKNOWN"],
    errorCode: "text",
    launchPlan: "text",
    workflow: "text",
    task: "text",
    tag: "text",
  },
  columns: {
    id: { title: "ID", of: ({ id }) => id.name },
    phase: { title: "PHASE", of: ({ phase }, out) => phaseText(phase, out) },
    entity: { title: "ENTITY", of: ({ entity }) => entity?.name ?? "", gives: 2 },
    version: { title: "VERSION", of: ({ entity }) => entity?.version ?? "", gives: 3 },
    created: { title: "CREATED", of: ({ createdAt }) => timeText(createdAt) },
    took: { title: "TOOK", of: ({ duration }) => durationText(duration) },
    labels: { title: "LABELS", of: ({ labels }) => labelsText(labels), gives: 4, isExtra: true },
    tags: { title: "TAGS", of: ({ tags }) => tags.join(", "), gives: 4, isExtra: true },
    link: { title: "LINK", of: ({ consoleUrl }) => consoleUrl, gives: 5, isExtra: true },
  },
  // The fields of a question were checked by their names, which TypeScript cannot see.
  list: (remote, question) => remote.executions(question as Parameters<typeof remote.executions>[0]),
  toJson: ({ labels, tags, id, consoleUrl, ...status }) => ({
    ...executionJson({ id, consoleUrl }, status),
    labels: Object.fromEntries(labels),
    tags,
  }),
};

/** An execution and how it stands, as `--json` prints it. Times are texts of ISO 8601, durations milliseconds. */
export function executionJson(
  { id, consoleUrl }: Pick<ListedExecution, "id" | "consoleUrl">,
  status: ExecutionStatus,
): { readonly [key: string]: JsonValue | undefined } {
  const { phase, isDone, error, aborted, entity, createdAt, startedAt, updatedAt, duration } = status;
  return {
    kind: "execution",
    ...{ project: id.project, domain: id.domain, name: id.name, phase, isDone },
    error: error && { ...error },
    aborted: aborted && { ...aborted },
    entity: entity && { ...entity },
    createdAt: createdAt?.toISOString(),
    startedAt: startedAt?.toISOString(),
    updatedAt: updatedAt?.toISOString(),
    duration,
    isArchived: status.isArchived,
    consoleUrl,
  };
}

function labelsText(labels: ReadonlyMap<string, string>): string {
  return [...labels].map(([name, value]) => `${name}=${value}`).join(", ");
}
