import {
  Resources_ResourceName as ResourceName,
  WorkflowMetadata_OnFailurePolicy as OnFailure,
} from "@flytekit-ts/models/core";
import type * as idl from "@flytekit-ts/models/core";
import type * as admin from "@flytekit-ts/models/admin";
import { literalsJson } from "../../values/literal-json.js";
import { NO_IMAGE } from "../../packaging/images/serialization-settings.js";
import type { JsonValue } from "../../command/output.js";

/** Settings by their names; those that nobody set are absent. */
export type SettingsObject = { readonly [name: string]: JsonValue };

/** The parts of messages that have settings. */
export type WithSettings =
  | { readonly kind: "task"; readonly message: { readonly template: idl.TaskTemplate | undefined } }
  | { readonly kind: "workflow"; readonly message: { readonly template: idl.WorkflowTemplate | undefined } }
  | { readonly kind: "launch-plan"; readonly message: { readonly spec: admin.LaunchPlanSpec | undefined } };

/** What is set for an entity, read off its message: what a cluster will do, whoever said it. */
export function settingsOf(serialized: WithSettings): SettingsObject {
  switch (serialized.kind) {
    case "task":
      return withoutNone(taskSettings(serialized.message.template));
    case "workflow":
      return withoutNone(workflowSettings(serialized.message.template));
    case "launch-plan":
      return withoutNone(planSettings(serialized.message));
  }
}

type Loose = { readonly [name: string]: JsonValue | undefined };

function withoutNone(settings: Loose): SettingsObject {
  const said = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(said);
}

function taskSettings(template: idl.TaskTemplate | undefined): Loose {
  const { metadata, target, securityContext, type } = template ?? {};
  const container = target?.$case === "container" ? target.value : undefined;
  const retries = metadata?.retries?.retries ?? 0;
  return {
    type: type === "container" || type === "python-task" ? undefined : type,
    image: imageOf(container?.image),
    resources: resourcesOf(container?.resources),
    environment:
      container === undefined || container.env.length === 0 ? undefined : environmentOf(container.env),
    retries: retries === 0 ? undefined : retries,
    timeout: durationWords(metadata?.timeout),
    cache:
      metadata?.discoverable === true
        ? { version: metadata.discoveryVersion, serialize: metadata.cacheSerializable }
        : undefined,
    interruptible: metadata?.interruptibleValue?.value,
    deprecated: metadata?.deprecatedErrorMessage || undefined,
    podTemplate: metadata?.podTemplateName || undefined,
    deck: metadata?.generatesDeck === true ? true : undefined,
    secrets: secretsOf(securityContext),
  };
}

function imageOf(image: string | undefined): string | undefined {
  return image === "" || image === NO_IMAGE ? undefined : image;
}

function workflowSettings(template: idl.WorkflowTemplate | undefined): Loose {
  const policy = template?.metadata?.onFailure;
  return {
    failurePolicy:
      policy === OnFailure.FAIL_AFTER_EXECUTABLE_NODES_COMPLETE
        ? "fail-after-executable-nodes-complete"
        : "fail-immediately",
    interruptible: template?.metadataDefaults?.interruptible === true ? true : undefined,
    onFailure: template?.failureNode?.id,
  };
}

// In the order of their numbers.
const UNITS = ["minutes", "hours", "days"];

function planSettings({ spec }: { readonly spec: admin.LaunchPlanSpec | undefined }): Loose {
  if (spec === undefined) return {};
  const {
    workflowId,
    entityMetadata,
    fixedInputs,
    labels,
    annotations,
    maxParallelism,
    rawOutputDataConfig,
    securityContext,
  } = spec;
  const schedule = entityMetadata?.schedule?.ScheduleExpression;
  return {
    workflow: workflowId?.name,
    schedule:
      schedule?.$case === "cronSchedule"
        ? schedule.value.schedule
        : schedule?.$case === "rate"
          ? `every ${schedule.value.value} ${UNITS[schedule.value.unit] ?? "units"}`
          : schedule?.value,
    fixedInputs: mapOf(fixedInputs?.literals, literalsJson),
    notifications: entityMetadata?.notifications.length || undefined,
    labels: mapOf(labels?.values, (values) => Object.fromEntries(values)),
    annotations: mapOf(annotations?.values, (values) => Object.fromEntries(values)),
    maxParallelism: maxParallelism === 0 ? undefined : maxParallelism,
    rawOutputPrefix: rawOutputDataConfig?.outputLocationPrefix || undefined,
    serviceAccount: securityContext?.runAs?.k8sServiceAccount || undefined,
  };
}

function mapOf<V>(
  map: ReadonlyMap<string, V> | undefined,
  toJson: (map: ReadonlyMap<string, V>) => JsonValue,
): JsonValue | undefined {
  return map === undefined || map.size === 0 ? undefined : toJson(map);
}

const RESOURCES = new Map<idl.Resources_ResourceName, string>([
  [ResourceName.CPU, "cpu"],
  [ResourceName.GPU, "gpu"],
  [ResourceName.MEMORY, "memory"],
  [ResourceName.STORAGE, "storage"],
  [ResourceName.EPHEMERAL_STORAGE, "ephemeralStorage"],
]);

function resourcesOf(resources: idl.Resources | undefined): JsonValue | undefined {
  const part = (entries: readonly idl.Resources_ResourceEntry[] = []): { readonly [name: string]: string } =>
    Object.fromEntries(entries.map(({ name, value }) => [RESOURCES.get(name) ?? "unknown", value]));
  const [requests, limits] = [part(resources?.requests), part(resources?.limits)];
  if (Object.keys(requests).length + Object.keys(limits).length === 0) return undefined;
  return { requests, limits };
}

// What stands in variables may be secret; their names are enough to see that they are there.
function environmentOf(env: readonly idl.KeyValuePair[]): JsonValue | undefined {
  const names = env
    .map(({ key }) => key)
    .filter((key) => !key.startsWith("_F_") && !key.startsWith("FLYTE_"));
  return names.length === 0 ? undefined : names;
}

function secretsOf(context: idl.SecurityContext | undefined): JsonValue | undefined {
  const names = (context?.secrets ?? []).map(({ group, key }) => (key === "" ? group : `${group}/${key}`));
  return names.length === 0 ? undefined : names;
}

function durationWords(
  duration: { readonly seconds: number | bigint; readonly nanos: number } | undefined,
): string | undefined {
  if (duration === undefined) return undefined;
  const seconds = Number(duration.seconds) + duration.nanos / 1e9;
  return seconds === 0 ? undefined : `${seconds}s`;
}
