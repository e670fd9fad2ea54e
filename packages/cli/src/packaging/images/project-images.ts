import type { ImageHook } from "@flytekit-ts/runtime/package";
import type { Host } from "../../command/host.js";
import type { Settings } from "../../config/config.js";
import type { Project } from "../../config/project.js";
import { errors } from "../../errors.js";
import { isDockerImage } from "../../project/layers/absolute-paths.js";
import { dockerHook } from "../docker/docker-hook.js";

/** The images of a project: those that a Dockerfile makes as hooks, which know the tags. */
export interface ProjectImages {
  readonly image: string | ImageHook;
  readonly images: { readonly [name: string]: string | ImageHook };
}

/** Where images are made, and who hears of it. */
export interface ImageMaking {
  readonly host: Pick<Host, "cwd" | "env" | "signal">;
  readonly onLine?: ((line: string) => void) | undefined;
}

/** The images that the settings of a project name. @throws `USAGE_INVALID` if there is none for all tasks */
export async function projectImages({ settings }: Project, making: ImageMaking): Promise<ProjectImages> {
  const { image, images = {}, code = "bundle" } = settings;
  if (image === undefined) {
    throw errors.USAGE_INVALID({
      command: "tsflyte",
      problem: "no image is named for the containers of tasks",
      advice: "Give `--image ghcr.io/acme/tasks:v1`, or `image` in flyte.config.ts.",
    });
  }
  const made = async (each: NonNullable<Settings["image"]>): Promise<string | ImageHook> =>
    isDockerImage(each) ? dockerHook({ image: each, code, ...making }) : each;
  const named = await Promise.all(
    Object.entries(images).map(async ([name, each]) => [name, await made(each)] as const),
  );
  return { image: await made(image), images: Object.fromEntries(named) };
}

/** The reference of an image for messages that are only looked at: of one that a Dockerfile makes, without its hash. */
export function imageWords(image: NonNullable<Settings["image"]>): string {
  if (typeof image === "string") return image;
  return isDockerImage(image) ? `${image.repository}:built` : image.id;
}
