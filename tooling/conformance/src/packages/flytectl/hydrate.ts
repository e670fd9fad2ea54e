import type { Identifier } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { Flags } from "./flags.js";

/** Fill in what flytectl knows: project, domain and version of ids, the place of the code and where it goes. */
export function hydrate(entity: SerializedEntity, flags: Flags & { readonly hasCode: boolean }): void {
  for (const { id } of idsIn(entity)) {
    id.project = chosen(id.project, "{{ registration.project }}", flags.project);
    id.domain = chosen(id.domain, "{{ registration.domain }}", flags.domain);
    id.version = chosen(id.version, "{{ registration.version }}", flags.version);
  }
  if (entity.kind === "task" && flags.hasCode) replaceArguments(entity.message, flags);
}

function chosen(given: string, placeholder: string, flag: string): string {
  return given === "" || given === placeholder ? flag : given;
}

/** An id in a message, and where. */
export interface FoundId {
  /** As the fields are called in the IDL. */
  readonly path: string;
  readonly id: { -readonly [K in keyof Identifier]: Identifier[K] };
}

/** How paths name the nodes of a list: by their place in it, or by their ids. */
export type NodePaths = "places" | "ids";

/** Every id of a message: its own, and those of what it refers to. */
export function idsIn(entity: SerializedEntity, nodes: NodePaths = "places"): readonly FoundId[] {
  const found: FoundId[] = [];
  const open: { readonly path: string; readonly value: unknown }[] = [{ path: "", value: entity.message }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value } = next;
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) continue;
    if (isId(value)) found.push({ path, id: value });
    else open.push(...partsOf(path, value, nodes));
  }
  return found;
}

function isId(value: object): value is FoundId["id"] {
  return ["resourceType", "project", "domain", "name", "version"].every((key) => key in value);
}

interface Part {
  readonly path: string;
  readonly value: unknown;
}

function partsOf(path: string, value: object, nodes: NodePaths): readonly Part[] {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      const id: unknown = nodes === "ids" ? Reflect.get(Object(item), "id") : undefined;
      return { path: `${path}[${typeof id === "string" ? id : index}]`, value: item };
    });
  }
  if (value instanceof Map) {
    return [...value].map(([key, item]) => ({ path: joined(path, String(key)), value: item as unknown }));
  }
  if ("$case" in value && "value" in value) {
    return [{ path: joined(path, snake(String(value.$case))), value: value.value }];
  }
  // What holds a oneof is not part of the path: its members are.
  return Object.entries(value).map(([key, item]) => {
    const isOneof = typeof item === "object" && item !== null && "$case" in item;
    return { path: isOneof ? path : joined(path, snake(key)), value: item as unknown };
  });
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

// Only an argument that is exactly the placeholder is replaced, in containers and in those of pods.
function replaceArguments(message: object, { uploadTo, destination = "." }: Flags): void {
  const open: object[] = [message];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [key, value] of Object.entries(next)) {
      if (key === "args" && Array.isArray(value)) {
        for (const [index, word] of value.entries()) {
          if (word === "{{ .remote_package_path }}") value[index] = uploadTo;
          if (word === "{{ .dest_dir }}") value[index] = destination;
        }
      } else if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) {
        open.push(value as object);
      }
    }
  }
}
