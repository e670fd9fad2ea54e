import type { NodeExecutionIdentifier } from "@flytekit-ts/models/core";

/** What a `flyte://` URL means. */
export interface FlyteUrl {
  readonly node: NodeExecutionIdentifier;
  /** Of the task of the node; undefined for the node itself. */
  readonly attempt: number | undefined;
  readonly kind: "i" | "o" | "d";
  /** One input or output; undefined for all. */
  readonly name: string | undefined;
}

const PART = "([a-zA-Z0-9_-]+)";
const URL = new RegExp(
  `^flyte://v1/(?:org/${PART}/)?${PART}/${PART}/${PART}/${PART}(?:/([0-9]+))?/(?:([iod])|([io])/${PART})$`,
);

/** Reads a URL like `flyte://v1/project/domain/execution/node/0/o/name`; undefined if it is none. */
export function parseFlyteUrl(text: string): FlyteUrl | undefined {
  const found = URL.exec(text);
  if (found === null) return undefined;
  const [, org = "", project = "", domain = "", name = "", nodeId = "", attempt, whole, part, variable] =
    found;
  return {
    node: { nodeId, executionId: { project, domain, name, org } },
    attempt: attempt === undefined ? undefined : Number(attempt),
    kind: (whole ?? part) as FlyteUrl["kind"],
    name: variable,
  };
}
