import { ResourceType } from "@flytekit-ts/models/core";
import type { JsonValue } from "@flytekit-ts/models/json";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { Flags } from "./flytectl/flags.js";
import { hydrate, idsIn, type NodePaths } from "./flytectl/hydrate.js";
import { decodeMember, type Sent } from "./flytectl/register.js";
import type { Id, RecordedMember } from "./package-row.js";

/** The ids and arguments that flytectl would send of our archive against those of flytekit's. */
export function compareSent(
  { entities }: Sent,
  recorded: readonly RecordedMember[],
  flags: Flags,
): readonly string[] {
  const hasCode = recorded.some(({ members }) => members !== undefined);
  return recorded.flatMap(({ name, pb, flytectl }) => {
    if (flytectl === undefined || pb === undefined) return [];
    const ours = entities.find(({ file }) => file === name);
    if (ours === undefined) return [`${name}: it is not sent`];
    const theirs = decodeMember({ name, content: Buffer.from(pb, "base64") });
    hydrate(theirs, { ...flags, hasCode });
    const problems = [
      ...differing(idTexts(ours, "ids"), idTexts(theirs, "ids")).map((each) => `ids: ${each}`),
      // What this reader of flytectl's rules makes of flytekit's own archive is recorded.
      ...differing(idTexts(theirs, "places"), textsOf(flytectl.ids)).map((each) => `recorded ids: ${each}`),
      ...compareArguments(ours.kind === "task" ? ours.message.template?.target : undefined, flytectl.args),
    ];
    return problems.map((problem) => `${name}: ${problem}`);
  });
}

function idTexts(entity: SerializedEntity, nodes: NodePaths): readonly string[] {
  const ids = idsIn(entity, nodes).map(({ path, id }): Id => {
    return [path, typeNames.get(id.resourceType) ?? "", id.project, id.domain, id.name, id.version];
  });
  return textsOf(ids);
}

const typeNames: ReadonlyMap<number, string> = new Map(
  Object.entries(ResourceType).map(([name, number]) => [number, name]),
);

function textsOf(ids: readonly Id[]): readonly string[] {
  return ids.map(([path, ...id]) => `${path} = ${id.join(" ")}`);
}

/** What only one of two sets has. */
function differing(ours: readonly string[], reference: readonly string[]): readonly string[] {
  return [
    ...ours.filter((each) => !reference.includes(each)).map((each) => `only ours: ${each}`),
    ...reference.filter((each) => !ours.includes(each)).map((each) => `only flytekit's: ${each}`),
  ];
}

type Target = NonNullable<
  Extract<Sent["entities"][number], { kind: "task" }>["message"]["template"]
>["target"];

// Programs, and what finds a task again, differ by nature. Options and values before that do not.
function compareArguments(target: Target, reference: readonly string[] | undefined): readonly string[] {
  if (reference === undefined || target?.$case !== "container") return [];
  const [ours, theirs] = [target.value.args, reference].map(comparable);
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return [];
  return [`arguments: ours ${JSON.stringify(ours)}, flytekit's ${JSON.stringify(theirs)}`];
}

function comparable(args: readonly string[]): JsonValue {
  const words = args.map((word) => word.replace(/^(?:pyflyte|tsflyte)-/, ""));
  const resolver = words.indexOf("--resolver");
  return resolver < 0 ? words.slice(0, words.lastIndexOf("--")) : words.slice(0, resolver);
}
