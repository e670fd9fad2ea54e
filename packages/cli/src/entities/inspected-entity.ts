import type { DescriptionEntity } from "@flytekit-ts/models/admin";
import { serialize, type SerializedEntity } from "@flytekit-ts/workflow/serialize";
import type { JsonValue } from "../command/output.js";
import type { Project } from "../config/project.js";
import { serializationSettings } from "../packaging/images/serialization-settings.js";
import type { ProjectEntity } from "../project/project-entities.js";
import { entityObject } from "./entity-object.js";
import { bindingsWords } from "./nodes/binding-words.js";
import { type NodeObject, nodeObject } from "./nodes/node-object.js";
import { type SettingsObject, settingsOf } from "./settings/settings-of.js";

/** What an author says of an entity. */
export interface EntityDocs {
  readonly short?: string;
  readonly long?: string;
  readonly link?: string;
}

/** All that can be said of an entity. */
export interface InspectedEntity {
  /** Names, place, inputs and outputs, as `tsflyte list --json` prints them. */
  readonly entity: ReturnType<typeof entityObject>;
  readonly docs?: EntityDocs;
  readonly nodes: readonly NodeObject[];
  /** Where the outputs of a workflow come from. */
  readonly outputsFrom: { readonly [output: string]: string };
  readonly settings: SettingsObject;
  /** What it uses, at any depth, in the order of registration. */
  readonly uses: readonly { readonly kind: string; readonly name: string }[];
  /** Its message; absent for what is registered elsewhere. */
  readonly message: SerializedEntity | undefined;
}

/** All that can be said of an entity of a project. @throws what `serialize` throws */
export function inspectEntity(found: ProjectEntity, project: Project): InspectedEntity {
  const { entity } = found;
  const { allow } = project.settings;
  const all = serialize(entity, serializationSettings(project), { allow, onWarning: () => undefined });
  const kind = entity.kind === "map" ? "task" : entity.kind;
  const message = all.find((each) => each.kind === kind && each.id.name === entity.name);
  const template = message?.kind === "workflow" ? message.message.template : undefined;
  const docs =
    message === undefined || message.kind === "launch-plan" ? undefined : message.message.description;
  return {
    entity: entityObject(found),
    ...(docs === undefined ? {} : { docs: docsOf(docs) }),
    nodes: (template?.nodes ?? [])
      .filter(({ id }) => id !== "start-node" && id !== "end-node")
      .map(nodeObject),
    outputsFrom: bindingsWords(template?.outputs ?? []),
    settings: message === undefined ? {} : settingsOf(message),
    uses: all.flatMap((each) => (each === message ? [] : [{ kind: each.kind, name: each.id.name }])),
    message,
  };
}

/** What a message says for people. */
export function docsOf({
  shortDescription,
  longDescription,
  sourceCode,
}: Pick<DescriptionEntity, "shortDescription" | "longDescription" | "sourceCode">): EntityDocs {
  const long = longDescription?.content;
  return {
    ...(shortDescription === "" ? {} : { short: shortDescription }),
    ...(long === undefined ? {} : { long: long.value }),
    ...(sourceCode === undefined ? {} : { link: sourceCode.link }),
  };
}

/** It as `--json` prints it. */
export function inspectedObject(inspected: InspectedEntity): {
  readonly [key: string]: JsonValue | undefined;
} {
  const { entity, docs, nodes, outputsFrom, settings, uses } = inspected;
  const isWorkflow = entity.kind === "workflow";
  return {
    ...entity,
    docs: docs && { ...docs },
    nodes: isWorkflow ? [...nodes] : undefined,
    outputsFrom: isWorkflow ? outputsFrom : undefined,
    settings,
    uses: uses.map((each) => ({ ...each })),
  };
}
