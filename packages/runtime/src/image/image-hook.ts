/**
 * An image that is made for a project when it is packaged, by whatever builds images.
 *
 * @example
 * const image: ImageHook = {
 *   id: imageId("ghcr.io/acme/tasks", { lock: readFileSync("package-lock.json"), dockerfile: readFileSync("Dockerfile") }),
 *   exists: (image) => run("docker", "manifest", "inspect", image),
 *   build: (image, { push }) => run("docker", "buildx", "build", "--tag", image, push ? "--push" : "--load", "."),
 * };
 */
export interface ImageHook {
  /** The reference of the image. Its tag says what is in it: `imageId` makes one of the image's content. */
  readonly id: string;
  /**
   * Whether the registry has the image; asked before it is built. `undefined` is "cannot tell", as when the registry does
   * not answer: then the image is taken for there, unless `FLYTE_IMG_FAST_FAIL` is set.
   */
  readonly exists: (image: string) => boolean | undefined | Promise<boolean | undefined>;
  /** Build the image, and push it unless told otherwise. */
  readonly build: (image: string, options: ImageBuild) => unknown;
}

/** How an image is to be built. */
export interface ImageBuild {
  /** False if `FLYTE_PUSH_IMAGE_SPEC` says so. */
  readonly push: boolean;
}

/** Whether an image of the settings is made by a hook. */
export function isImageHook(image: unknown): image is ImageHook {
  return typeof image === "object" && image !== null;
}
