import { createHash } from "node:crypto";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { ResourceType } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { Flags } from "./flags.js";
import { hydrate } from "./hydrate.js";
import { readTar, type TarMember, unzipped } from "./read-tar.js";

/** What flytectl would send for an archive. */
export interface Sent {
  /** In the order of sending. */
  readonly entities: readonly (SerializedEntity & { readonly file: string })[];
  /** The code archive: it is sent decompressed, by its MD5. */
  readonly upload?: { readonly name: string; readonly tar: Uint8Array; readonly md5: string } | undefined;
}

/**
 * What `flytectl register files` makes of an archive, by the rules of Flyte's backend, and written from them: which names it
 * takes, in which order, as which message, and what it fills in.
 *
 * @throws for what flytectl would refuse
 */
export function register(archive: Uint8Array, flags: Flags): Sent {
  const members = readTar(unzipped(archive).tar);
  const files = members.filter(({ type }) => type === "file");
  if (files.length < members.length) throw new Error("flytectl unpacks files and folders only");
  for (const { name } of files) assertName(name);
  // Go sorts strings by their bytes.
  const sorted = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const code = sorted.filter(({ name }) => name.startsWith("fast"));
  if (code.length > 1) throw new Error("there is more than one code archive");
  const entities = sorted
    .filter(({ name }) => name.endsWith(".pb"))
    .map((member) => ({ ...decodeMember(member), file: member.name }));
  if (entities.length === 0) throw new Error("there is nothing to register");
  const [archived] = code;
  for (const entity of entities) hydrate(entity, { ...flags, hasCode: archived !== undefined });
  return { entities, upload: archived === undefined ? undefined : uploaded(archived) };
}

function assertName(name: string): void {
  const isFlat = !name.includes("/") && Buffer.byteLength(name) <= 255;
  const isKnown = /^.*_([1-3])\.pb$/s.test(name) || (name.startsWith("fast") && name.endsWith(".tar.gz"));
  if (!isFlat || !isKnown) throw new Error(`input package have some invalid files: ${name}`);
}

function uploaded({ name, content }: TarMember): NonNullable<Sent["upload"]> {
  const { tar } = unzipped(content);
  return { name, tar, md5: createHash("md5").update(tar).digest("hex") };
}

/** A member as the message that its name says. @throws for one that has no id */
export function decodeMember({ name, content }: Pick<TarMember, "name" | "content">): SerializedEntity {
  if (name.endsWith("_1.pb")) {
    const message = TaskSpec.decode(content);
    return { kind: "task", id: idOf(name, message.template?.id, ResourceType.TASK), message };
  }
  if (name.endsWith("_2.pb")) {
    const message = WorkflowSpec.decode(content);
    return { kind: "workflow", id: idOf(name, message.template?.id, ResourceType.WORKFLOW), message };
  }
  const message = LaunchPlan.decode(content);
  return { kind: "launch-plan", id: idOf(name, message.id, ResourceType.LAUNCH_PLAN), message };
}

type Id = SerializedEntity["id"];

// flytectl fills in no type, and the backend refuses another one.
function idOf(file: string, id: Id | undefined, type: Id["resourceType"]): Id {
  if (id === undefined || id.name === "") throw new Error(`${file} has no id`);
  if (id.resourceType !== type) throw new Error(`${file}: unexpected resource type ${id.resourceType}`);
  return id;
}
