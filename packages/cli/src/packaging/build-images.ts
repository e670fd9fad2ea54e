import type { Entity } from "@flytekit-ts/core/graph";
import { untilAborted } from "@flytekit-ts/core/storage";
import { type ImageHook, makeImages, runtimeErrors } from "@flytekit-ts/runtime/package";
import { serialize } from "@flytekit-ts/workflow/serialize";
import type { Host } from "../command/host.js";
import type { Project } from "../config/project.js";
import { packagingErrors } from "../errors/packaging-errors.js";
import { projectImages } from "./images/project-images.js";
import { serializationSettings } from "./images/serialization-settings.js";

/** What is built, and how. */
export interface BuildImagesOptions {
  readonly host: Pick<Host, "cwd" | "env" | "signal">;
  /** Build images that their registry has already. */
  readonly force?: boolean | undefined;
  /** Leave built images on this machine. */
  readonly push?: boolean | undefined;
  /** Gets each line that Docker prints. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** The images of tasks, and which of them can be built here. */
export interface BuiltImages {
  /** Those that hooks or a Dockerfile make, by their references: built, or there already. */
  readonly made: readonly string[];
  /** Those that are only named: somebody else builds them. */
  readonly named: readonly string[];
}

/**
 * Build the images that entities run in, as far as the settings of the project say how.
 *
 * @throws `DOCKER_FAILED`, `IMAGE_NOT_BUILT`, `USAGE_INVALID` if no image is named for all tasks, and what `serialize` throws
 */
export async function buildImages(
  entities: readonly Entity[],
  project: Project,
  { host, force = false, push, onLine }: BuildImagesOptions,
): Promise<BuiltImages> {
  const { image, images } = await projectImages(project, { host, onLine });
  const reference = (each: string | ImageHook): string => (typeof each === "string" ? each : each.id);
  const settings = {
    ...serializationSettings(project),
    image: reference(image),
    images: Object.fromEntries(Object.entries(images).map(([name, each]) => [name, reference(each)])),
  };
  const { allow } = project.settings;
  const used = new Set(
    serialize(entities, settings, { allow, onWarning: () => undefined }).flatMap(({ kind, message }) => {
      const target = kind === "task" ? message.template?.target : undefined;
      return target?.$case === "container" ? [target.value.image] : [];
    }),
  );
  const hooks = [image, ...Object.values(images)].filter((each) => typeof each !== "string");
  const wanted = hooks.filter(({ id }) => used.has(id));
  const environment = {
    ...host.env,
    ...(force ? { FLYTE_FORCE_PUSH_IMAGE_SPEC: "true" } : {}),
    ...(push === false ? { FLYTE_PUSH_IMAGE_SPEC: "false" } : {}),
  };
  try {
    const made = await untilAborted(makeImages(wanted, environment), host.signal);
    return { made, named: [...used].filter((each) => !made.includes(each)) };
  } catch (error) {
    host.signal.throwIfAborted();
    const isDocker = runtimeErrors.IMAGE_NOT_BUILT.is(error) && packagingErrors.DOCKER_FAILED.is(error.cause);
    throw isDocker ? error.cause : error;
  }
}
