import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import type { CodeOptions } from "../code/code-options.js";
import type { ImageHook } from "../image/image-hook.js";

/** What stands for project, domain and version in the messages of a package. */
export type PackagedIds = "empty" | "placeholders" | "settings";

/** Settings of a package. Unlike those of `serialize` they may leave open where it will be registered. */
export interface PackageSettings extends Omit<
  SerializationSettings,
  "project" | "domain" | "version" | "image" | "images" | "fast"
> {
  /** Image of tasks that have none of their own: its reference, or what makes it. */
  readonly image: string | ImageHook;
  /** Images by name, for tasks with `image: "{{.image.gpu}}"`. */
  readonly images?: { readonly [name: string]: string | ImageHook } | undefined;
  /** Code that containers get from an archive in the package. Without it, code is in the image. */
  readonly code?: CodeOptions | undefined;
  /**
   * What stands for project, domain and version. By default it is nothing, which `flytectl register files` replaces with
   * what it is told; `"placeholders"` are its words for the same. `"settings"` takes those below.
   */
  readonly ids?: PackagedIds | undefined;
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /** By default a hash of all that is packaged. */
  readonly version?: string | undefined;
}
