import { coreErrors } from "@flytekit-ts/core/errors";

/** A reference of a container image, in its parts. */
export interface ImageReference {
  /** Registry, if any, and repository: `ghcr.io/acme/tasks`. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** Such as `sha256:` and 64 hexadecimal digits. */
  readonly digest: string | undefined;
}

// The grammar of registries; a host may have upper case and a port, a repository neither.
const HOST = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?`;
const STEP = String.raw`[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*`;
const REFERENCE = new RegExp(
  `^(?<repository>(?:${HOST}/)?${STEP}(?:/${STEP})*)(?::(?<tag>[\\w][\\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-fA-F]{32,}))?$`,
);

/** The parts of a reference such as `ghcr.io/acme/tasks:v1`; `undefined` if a text is none. */
export function imageReference(text: unknown): ImageReference | undefined {
  const { repository, tag, digest } = (typeof text === "string" && REFERENCE.exec(text)?.groups) || {};
  return repository === undefined ? undefined : { repository, tag, digest };
}

/**
 * Check the reference of an image. The image of a setting must have a tag or a digest: without one it would mean another
 * image each time that someone builds one.
 *
 * @throws `OPTION_INVALID`
 */
export function assertImage(text: unknown, { at, tagged }: { at: string; tagged: boolean }): void {
  const parts = imageReference(text);
  if (parts !== undefined && (!tagged || (parts.tag ?? parts.digest) !== undefined)) return;
  throw coreErrors.OPTION_INVALID({
    ...{ at, option: "image", given: text },
    wanted: `the reference of a container image${tagged ? " with a tag or a digest" : ""}`,
    advice: "Name registry, repository and tag: `ghcr.io/acme/tasks:v1`.",
  });
}
