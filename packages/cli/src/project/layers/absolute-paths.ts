import { resolve } from "node:path";
import type { Settings } from "../../config/config.js";
import type { DockerImage } from "../../config/docker-image.js";

type GivenImage = NonNullable<Settings["image"]>;

/** Settings whose paths are absolute: those of a place are relative to a folder. */
export function absolutePaths(settings: Settings, folder: string): Settings {
  const { modules, root, runs, cache, cluster, image, images } = settings;
  const path = (given: string): string => resolve(folder, given);
  return {
    ...settings,
    modules: modules?.map(path),
    root: root === undefined ? undefined : path(root),
    runs:
      runs === undefined ? undefined : { ...runs, dir: runs.dir === undefined ? undefined : path(runs.dir) },
    cache: typeof cache === "string" ? path(cache) : cache,
    cluster:
      cluster === undefined
        ? undefined
        : {
            ...cluster,
            config: cluster.config === undefined ? undefined : path(cluster.config),
            caCertFile: cluster.caCertFile === undefined ? undefined : path(cluster.caCertFile),
          },
    image: image === undefined ? undefined : imageIn(image, folder),
    images:
      images === undefined
        ? undefined
        : Object.fromEntries(Object.entries(images).map(([name, each]) => [name, imageIn(each, folder)])),
  };
}

function imageIn(image: GivenImage, folder: string): GivenImage {
  if (!isDockerImage(image)) return image;
  const context = resolve(folder, image.context ?? ".");
  return { ...image, context, dockerfile: resolve(folder, image.dockerfile ?? "Dockerfile") };
}

/** Whether an image is one that a Dockerfile makes. */
export function isDockerImage(image: GivenImage): image is DockerImage {
  return typeof image === "object" && "repository" in image;
}
