import type { ExecutionId } from "@flytekit-ts/core";
import type { Change } from "@flytekit-ts/remote";
import type { JsonValue } from "../../command/output.js";
import { nodeStateJson, taskJson } from "./node-json.js";

/** A change in an execution, as `--json` prints it: an object of kind `execution`, `node`, `task` or `item`. */
export function changeJson(change: Change): { readonly [key: string]: JsonValue | undefined } {
  switch (change.kind) {
    case "execution": {
      const { id, phase, error } = change;
      return { kind: "execution", ...placeJson(id), phase, error: error && { ...error } };
    }
    case "node":
      return { kind: "node", ...nodeStateJson(change.node), path: change.path };
    case "task":
      return { kind: "task", path: change.path, ...taskJson(change.task) };
    case "item": {
      const { logs, ...item } = change.item;
      return { kind: "item", path: change.path, ...item, logs: logs.map((each) => ({ ...each })) };
    }
  }
}

function placeJson({ project, domain, name }: ExecutionId): { readonly [key: string]: string } {
  return { project, domain, name };
}
