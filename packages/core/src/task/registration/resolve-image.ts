import * as errors from "../../errors.js";
import { imageParts } from "./image-parts.js";
import type { SerializationSettings } from "./serialization-settings.js";

/** The images that settings name. */
export type NamedImages = Pick<SerializationSettings, "image" | "images">;

// A colon in front of a version belongs to it: in front of a digest there is an @ in its place.
const TEMPLATE =
  /(?<colon>:)?(?<template>\{\{\s*\.images?\.(?<name>[A-Za-z0-9_-]+)(?:\.(?<part>[A-Za-z0-9_-]+))?\s*\}\})/gi;

/**
 * An image with the images that it names, which only the settings of a registration know: `{{.image.gpu}}` is all of one,
 * `{{.image.gpu.fqn}}` its repository, and `{{.image.gpu.version}}` its tag or digest. `default` is the image of tasks
 * that have none of their own.
 *
 * @throws `IMAGE_TEMPLATE_INVALID`
 */
export function resolveImage(image: string, settings: NamedImages): string {
  // What is only checked, or runs on this machine, has no images.
  if (settings.image === "" && settings.images === undefined) return image;
  return image.replace(TEMPLATE, (...match) => {
    const { colon = "", template, name, part } = match.at(-1) as Record<string, string | undefined>;
    const named = imageNamed(name ?? "", settings);
    if (named === undefined) {
      const known = ["default", ...Object.keys(settings.images ?? {})].join(", ");
      throw errors.IMAGE_TEMPLATE_INVALID({
        image,
        problem: `the settings name no image ${name}, only ${known}`,
      });
    }
    const { fqn, tag, digest } = imageParts(named);
    if (part === undefined) return colon + named;
    if (part === "fqn") return colon + fqn;
    if (part === "version" && digest !== undefined) return (colon === "" ? "" : "@") + digest;
    if (part === "version") return colon + (tag ?? imageParts(settings.image).tag ?? "latest");
    throw errors.IMAGE_TEMPLATE_INVALID({
      image,
      problem: `${template} has neither \`fqn\` nor \`version\``,
    });
  });
}

function imageNamed(name: string, { image, images = {} }: NamedImages): string | undefined {
  if (Object.hasOwn(images, name)) return images[name];
  return name === "default" ? image : undefined;
}
