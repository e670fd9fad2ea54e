import { gzipSync } from "node:zlib";
import { encode } from "@flytekit-ts/models";
import { TaskSpec } from "@flytekit-ts/models/admin";
import type { JsonValue } from "@flytekit-ts/models/json";
import { compareMessages } from "../messages/compare-messages.js";
import { describeDifferences } from "../messages/describe-differences.js";
import { isObject, memberOf } from "../messages/json.js";
import type { KnownDifference } from "../messages/known-differences.js";
import { decodeMember } from "./flytectl/register.js";
import type { TarMember } from "./flytectl/read-tar.js";
import { MESSAGES, type RecordedMember } from "./package-row.js";

type Entity = ReturnType<typeof decodeMember>;

/** The messages of our archive, as they are in it, against the recorded ones. */
export function compareMembers(
  members: readonly TarMember[],
  recorded: readonly RecordedMember[],
): readonly string[] {
  return recorded.flatMap((reference) => {
    const { name, message = "", pb } = reference;
    const kind = MESSAGES[message];
    const member = members.find((each) => each.name === name);
    if (kind === undefined || pb === undefined || member === undefined) return [];
    const ours = decodeMember(member);
    const compared = { kind, name: ours.id.name, pb: withSettings(reference) };
    return [
      ...describeDifferences(name, compareMessages([ours], [compared], [listedInOurOrder])),
      ...compareImages(ours, pb).map((problem) => `${name}: ${problem}`),
    ];
  });
}

/** In our bodies a call comes after the calls that it waits for, whatever the order of the list in flytekit's message. */
const listedInOurOrder: KnownDifference = {
  reason: "Flyte's compiler reads nodes as a set, except those that conditionals use",
  apply: (reference, ours) =>
    new Map(
      [...reference].map(([key, each]) => {
        const [template, own] = [memberOf(each.json, "template"), memberOf(ours.get(key)?.json, "template")];
        const [nodes, order] = [memberOf(template, "nodes"), memberOf(own, "nodes")];
        if (!isObject(each.json) || !isObject(template) || !Array.isArray(nodes)) return [key, each];
        const ids = Array.isArray(order) ? order.map((node) => memberOf(node, "id")) : [];
        const place = (node: JsonValue): number => ids.indexOf(memberOf(node, "id"));
        const sorted = nodes.toSorted((a, b) => place(a) - place(b));
        return [key, { ...each, json: { ...each.json, template: { ...template, nodes: sorted } } }];
      }),
    ),
};

/** The bytes of a message with the settings that a dynamic carries, which stand beside it. */
function withSettings({ pb = "", settings }: RecordedMember): string {
  if (settings === undefined) return pb;
  const message = TaskSpec.decode(Buffer.from(pb, "base64"));
  const target = message.template?.target;
  for (const variable of target?.$case === "container" ? target.value.env : []) {
    if (variable.key === "_F_SS_C") variable.value = gzipSync(JSON.stringify(settings)).toString("base64");
  }
  return Buffer.from(encode(TaskSpec, message)).toString("base64");
}

/** The image is part of the settings, unlike the program that is in it. */
function compareImages({ kind, message }: Entity, pb: string): readonly string[] {
  const target = kind === "task" ? message.template?.target : undefined;
  if (target?.$case !== "container") return [];
  const reference = TaskSpec.decode(Buffer.from(pb, "base64")).template?.target;
  const wanted = reference?.$case === "container" ? reference.value.image : "none";
  return target.value.image === wanted ? [] : [`image: ours ${target.value.image}, flytekit's ${wanted}`];
}
