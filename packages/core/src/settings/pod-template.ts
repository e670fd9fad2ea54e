import type * as idl from "@flytekit-ts/models/core";

import { assertOptions, assertText, assertTexts, hidden } from "../options/options.js";
import * as errors from "../errors.js";
import { ResourceName } from "../literals/idl-enums.js";
import { isPlainObject } from "../words/plain-object.js";
import { copyStruct } from "./copy-struct.js";

/** A Kubernetes pod in which a task runs. The task's own settings are merged into its primary container. */
export interface PodTemplate {
  /** The pod specification in the JSON form of Kubernetes. */
  readonly podSpec: { readonly [key: string]: unknown };
  /** Name of the container that runs the task; `"primary"` by default. The container is added if it is missing. */
  readonly primaryContainer?: string | undefined;
  readonly labels?: { readonly [key: string]: string } | undefined;
  readonly annotations?: { readonly [key: string]: string } | undefined;
}

const PARTS = new Set(["podSpec", "primaryContainer", "labels", "annotations"]);

type Json = { readonly [key: string]: unknown };

/**
 * A copy of a template after a check of its form. Only the cluster can check whether Kubernetes accepts its
 * content.
 *
 * @throws `OPTION_INVALID`
 */
export function copyPodTemplate(template: PodTemplate, at: string): PodTemplate {
  const wanted = "{ podSpec, primaryContainer, labels, annotations }";
  if (!isPlainObject(template) || !isPlainObject(template.podSpec)) {
    const advice =
      "Put the pod specification into `podSpec`: `podTemplate: { podSpec: { containers: [...] } }`.";
    throw errors.OPTION_INVALID({ at, option: "podTemplate", wanted, ...hidden(template), advice });
  }
  assertOptions(template, PARTS, `podTemplate of ${at}`);
  assertText(template.primaryContainer, "podTemplate.primaryContainer", at);
  assertTexts(template.labels, "podTemplate.labels", at);
  assertTexts(template.annotations, "podTemplate.annotations", at);
  const podSpec = copyStruct(template.podSpec, "podTemplate.podSpec", at);
  const containers: unknown = podSpec["containers"] ?? [];
  if (!Array.isArray(containers) || !containers.every(isPlainObject)) {
    const option = "podTemplate.podSpec.containers";
    const advice = 'Give a list of objects: `containers: [{ name: "primary" }]`.';
    throw errors.OPTION_INVALID({
      at,
      option,
      wanted: "a list of containers",
      ...hidden(containers),
      advice,
    });
  }
  return Object.freeze({ ...template, podSpec });
}

/**
 * The pod of a template, with the task's container merged into its primary container.
 *
 * The container keeps the template's image, if it has one, unless `image` is `"task"`. It gets the task's
 * command and arguments, and the task's resources if there are any. The variables of the template come after
 * those of the task.
 */
export function toK8sPod(
  template: PodTemplate,
  container: idl.Container,
  image: "template" | "task" = "template",
): idl.K8sPod {
  const { podSpec, primaryContainer = "primary", labels = {}, annotations = {} } = template;
  const containers = Array.isArray(podSpec["containers"]) ? (podSpec["containers"] as readonly Json[]) : [];
  const known = containers.some(({ name }) => name === primaryContainer);
  const all = known ? containers : [...containers, { name: primaryContainer }];
  const merged = (each: Json): Json => {
    const whole = merge(each, container);
    return image === "task" ? { ...whole, image: container.image } : whole;
  };
  return {
    metadata: { labels: new Map(Object.entries(labels)), annotations: new Map(Object.entries(annotations)) },
    podSpec: {
      ...podSpec,
      containers: all.map((each) => (each["name"] === primaryContainer ? merged(each) : each)),
    },
    dataConfig: container.dataConfig,
    primaryContainerName: primaryContainer,
  };
}

function merge(template: Json, container: idl.Container): Json {
  const env = container.env.map(({ key, value }) => ({ name: key, value }));
  const own = Array.isArray(template["env"]) ? (template["env"] as readonly Json[]) : [];
  const resources = toKubernetesResources(container.resources);
  return {
    ...template,
    image: template["image"] ?? container.image,
    command: container.command,
    args: container.args,
    env: [...env, ...own],
    ...(resources === undefined ? {} : { resources }),
  };
}

const KUBERNETES_NAMES = new Map<idl.Resources_ResourceName, string>([
  [ResourceName.CPU, "cpu"],
  [ResourceName.MEMORY, "memory"],
  [ResourceName.GPU, "gpu"],
  [ResourceName.EPHEMERAL_STORAGE, "ephemeral-storage"],
]);

function toKubernetesResources(resources: idl.Resources | undefined): Json | undefined {
  if (resources === undefined || resources.requests.length + resources.limits.length === 0) return undefined;
  return { requests: quantities(resources.requests), limits: quantities(resources.limits) };
}

function quantities(entries: readonly idl.Resources_ResourceEntry[]): Json {
  return Object.fromEntries(
    entries.map(({ name, value }) => [KUBERNETES_NAMES.get(name) ?? String(name), value]),
  );
}
