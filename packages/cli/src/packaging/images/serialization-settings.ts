import type { SerializationSettings } from "@flytekit-ts/workflow/serialize";
import type { Project } from "../../config/project.js";
import { imageWords } from "./project-images.js";

/** What stands for an image that nobody named, in messages that are only looked at. */
export const NO_IMAGE = "no-image:named";

/** The settings of messages that are looked at and not registered. What nobody said has words that say so. */
export function serializationSettings({ settings, root }: Project): SerializationSettings {
  const { project, domain, version, image, images = {}, environment, plans, resolver } = settings;
  return {
    project: project ?? "open-project",
    domain: domain ?? "open-domain",
    version: version ?? "open-version",
    image: image === undefined ? NO_IMAGE : imageWords(image),
    images: Object.fromEntries(Object.entries(images).map(([name, each]) => [name, imageWords(each)])),
    environment,
    defaultResources: settings.resources,
    plans,
    resolver,
    root,
  };
}
