import { coreErrors } from "@flytekit-ts/core/errors";
import { assertImage } from "./image-reference.js";

/** The images of a package, as its settings name them. */
export interface NamedImages {
  readonly image: string;
  readonly images: { readonly [name: string]: string };
}

/**
 * Images from texts of a command line: `[name=]repository[:tag|@digest]`, several, of which exactly one has no name or the
 * name `default`.
 *
 * @throws `OPTION_INVALID`
 */
export function imagesFrom(texts: readonly string[]): NamedImages {
  const images = new Map<string, string>();
  for (const text of texts) {
    const [, name = "default", image = ""] = /^(?:([^=/]*)=)?(.*)$/s.exec(text) ?? [];
    assertImage(image, { at: "a package", tagged: true });
    if (name === "" || images.has(name)) throw refused(text, `one image named ${JSON.stringify(name)}`);
    images.set(name, image);
  }
  const { default: image, ...others } = Object.fromEntries(images);
  if (image === undefined)
    throw refused(texts, "one image without a name, for tasks that have none of their own");
  return { image, images: others };
}

function refused(given: unknown, wanted: string): unknown {
  const advice = "Give one image without a name, and others as `gpu=ghcr.io/acme/gpu:v1`.";
  return coreErrors.OPTION_INVALID({ at: "a package", option: "image", wanted, given, advice });
}
