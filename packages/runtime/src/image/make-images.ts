import { textOf } from "@flytekit-ts/core/errors";
import { packErrors } from "../errors/pack-errors.js";
import type { ImageHook } from "./image-hook.js";

/** The environment variables of flytekit that say how images are made. */
export type ImageEnvironment = { readonly [name: string]: string | undefined };

/**
 * Make the images that are not there yet, each once, all at the same time.
 *
 * @throws `IMAGE_NOT_BUILT`, once no hook is at work any more
 */
export async function makeImages(
  hooks: Iterable<ImageHook>,
  environment: ImageEnvironment = process.env,
): Promise<readonly string[]> {
  const byImage = new Map([...hooks].map((hook) => [hook.id, hook]));
  const made = await Promise.allSettled([...byImage.values()].map((hook) => makeImage(hook, environment)));
  for (const each of made) if (each.status === "rejected") throw each.reason;
  return [...byImage.keys()];
}

async function makeImage(hook: ImageHook, environment: ImageEnvironment): Promise<void> {
  const { id: image } = hook;
  const isOn = (name: string, otherwise: boolean): boolean => isTrue(environment[name], otherwise);
  if (!isOn("FLYTE_FORCE_PUSH_IMAGE_SPEC", false)) {
    const exists = await hooked(image, "exists", () => hook.exists(image));
    if (exists === undefined && isOn("FLYTE_IMG_FAST_FAIL", false)) {
      const problem = "it cannot tell whether the image exists, and FLYTE_IMG_FAST_FAIL is set";
      throw packErrors.IMAGE_NOT_BUILT({ image, action: "exists", problem });
    }
    if (exists !== false) return;
  }
  const push = isOn("FLYTE_PUSH_IMAGE_SPEC", true);
  await hooked(image, "build", () => hook.build(image, { push }));
}

async function hooked<T>(image: string, action: "exists" | "build", call: () => T): Promise<Awaited<T>> {
  try {
    return await call();
  } catch (cause) {
    throw packErrors.IMAGE_NOT_BUILT({ image, action, problem: textOf(cause) }, { cause });
  }
}

// As flytekit reads such variables: these words are true, any other is false.
function isTrue(text: string | undefined, otherwise: boolean): boolean {
  return text === undefined || text === "" ? otherwise : /^(?:true|t|1)$/i.test(text);
}
