import type * as idl from "@flytekit-ts/models/core";
import { userFailure } from "../../values/failure.js";

/** The part of a container that decides what runs. */
export interface ContainerParts {
  readonly image: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

interface PodContainer {
  readonly name?: string;
  readonly image?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

/** The container of a task, or the primary one of its pod. @throws `BadTaskFormat` for a task without one */
export function containerOf({ target, config, type }: idl.TaskTemplate, node: idl.Node): ContainerParts {
  const overrides = node.target?.$case === "taskNode" ? node.target.value.overrides : undefined;
  if (target?.$case === "container") {
    const { image, command, args, env } = target.value;
    return {
      image: overrides?.containerImage || image,
      command: [...command, ...args],
      env: Object.fromEntries(env.map(({ key, value }) => [key, value])),
    };
  }
  if (target?.$case !== "k8sPod") {
    throw userFailure(
      "BadTaskFormat",
      `a task of type ${type} has no container, and there is no plugin for it here`,
    );
  }
  const containers = (target.value.podSpec?.["containers"] ?? []) as readonly PodContainer[];
  const primary = target.value.primaryContainerName || config.get("primary_container_name");
  const container = containers.find(({ name }) => name === primary);
  if (container === undefined) throw userFailure("BadTaskFormat", `the pod has no container ${primary}`);
  const { image = "", command = [], args = [], env = [] } = container;
  return {
    image: overrides?.containerImage || image,
    command: [...command, ...args],
    env: Object.fromEntries(env.map(({ name, value = "" }) => [name, value])),
  };
}
