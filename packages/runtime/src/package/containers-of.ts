import type { TaskTemplate } from "@flytekit-ts/models/core";

/** The arguments of each container that a template has: its own, or those of its pod. */
export function argumentsOf(template: TaskTemplate): readonly (readonly string[])[] {
  const { target } = template;
  if (target?.$case === "container") return [target.value.args];
  return podContainers(template).map(({ args }) =>
    Array.isArray(args) ? args.filter((each) => typeof each === "string") : [],
  );
}

/** The images of each container that a template has. */
export function imagesOf(template: TaskTemplate): readonly string[] {
  const { target } = template;
  if (target?.$case === "container") return [target.value.image];
  return podContainers(template).flatMap(({ image }) => (typeof image === "string" ? [image] : []));
}

interface PodContainer {
  readonly args?: unknown;
  readonly image?: unknown;
}

function podContainers({ target }: TaskTemplate): readonly PodContainer[] {
  const containers: unknown = target?.$case === "k8sPod" ? target.value.podSpec?.["containers"] : undefined;
  const all: readonly unknown[] = Array.isArray(containers) ? containers : [];
  return all.flatMap((each) => (typeof each === "object" && each !== null ? [each] : []));
}
