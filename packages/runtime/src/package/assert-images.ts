import type { SerializedEntity } from "@flytekit-ts/workflow";
import { type ImageHook, isImageHook } from "../image/image-hook.js";
import { assertImage } from "../image/image-reference.js";
import { imagesOf } from "./containers-of.js";
import type { PackageSettings } from "./package-settings.js";

/** The images of settings by their references, and the hooks that make some of them. */
export interface SettledImages {
  readonly image: string;
  readonly images: { readonly [name: string]: string };
  readonly hooks: readonly ImageHook[];
}

/** The images that settings name. @throws `OPTION_INVALID` */
export function imagesOfSettings({ image, images = {} }: PackageSettings): SettledImages {
  const reference = (each: string | ImageHook, at: string): string => {
    const text = isImageHook(each) ? each.id : each;
    assertImage(text, { at, tagged: true });
    return text;
  };
  const named = Object.entries(images).map(([name, each]) => [
    name,
    reference(each, `the image ${JSON.stringify(name)} of a package`),
  ]);
  return {
    image: reference(image, "a package"),
    images: Object.fromEntries(named) as { readonly [name: string]: string },
    hooks: [image, ...Object.values(images)].filter(isImageHook),
  };
}

/** Check the images of tasks. @throws `OPTION_INVALID` */
export function assertImages(serialized: readonly SerializedEntity[]): void {
  for (const { kind, id, message } of serialized) {
    const template = kind === "task" ? message.template : undefined;
    for (const image of template === undefined ? [] : imagesOf(template)) {
      assertImage(image, { at: `task ${id.name}`, tagged: false });
    }
  }
}
