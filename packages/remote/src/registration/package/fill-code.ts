import { encode } from "@flytekit-ts/models";
import { TaskSpec } from "@flytekit-ts/models/admin";
import type { SerializedEntity } from "@flytekit-ts/workflow";

/** Where the code of a package is, and where it goes. */
export interface CodePlace {
  readonly uri: string;
  /** The folder in the container. */
  readonly destination: string;
}

/** The arguments that stand for the place of the code: each a whole argument. */
const ARCHIVE = "{{ .remote_package_path }}";
const FOLDER = "{{ .dest_dir }}";

/** Whether a message leaves the place of the code open. */
export function needsCode(entity: SerializedEntity): boolean {
  if (entity.kind !== "task") return false;
  const { target } = entity.message.template ?? {};
  if (target?.$case === "container") return target.value.args.includes(ARCHIVE);
  return (
    target?.$case === "k8sPod" && JSON.stringify(target.value.podSpec ?? {}).includes(JSON.stringify(ARCHIVE))
  );
}

/** A message with the place of its code filled in, and the given one as it was. */
export function withCode(entity: SerializedEntity, place: CodePlace): SerializedEntity {
  if (entity.kind !== "task") return entity;
  const message = TaskSpec.decode(encode(TaskSpec, entity.message));
  const { template } = message;
  const { target } = template ?? {};
  const fill = (arg: string): string => filled(arg, place);
  if (target?.$case === "container") target.value.args = target.value.args.map(fill);
  if (target?.$case === "k8sPod") fillPod(target.value.podSpec, fill);
  return { ...entity, message };
}

function filled(arg: string, { uri, destination }: CodePlace): string {
  if (arg === ARCHIVE) return uri;
  return arg === FOLDER ? destination : arg;
}

function fillPod(podSpec: unknown, fill: (arg: string) => string): void {
  const containers: unknown = Reflect.get(Object(podSpec), "containers");
  for (const container of Array.isArray(containers) ? containers : []) {
    const args: unknown = Reflect.get(Object(container), "args");
    if (!Array.isArray(args)) continue;
    const texts = args.map((arg: unknown) => (typeof arg === "string" ? fill(arg) : arg));
    Reflect.set(Object(container), "args", texts);
  }
}
