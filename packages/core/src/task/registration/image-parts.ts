/** A reference of an image in flytekit's parts: the name of a repository, then a tag or a digest. */
export interface ImageParts {
  readonly fqn: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

// The last colon starts a tag, unless it is that of a port.
const REFERENCE = /^(?<fqn>.*?)(?:@(?<digest>[^@]*)|:(?<tag>[^:/@]*))?$/s;

/** The parts of a reference; what is none is all name. */
export function imageParts(image: string): ImageParts {
  const { fqn = image, tag, digest } = REFERENCE.exec(image)?.groups ?? {};
  return { fqn, tag, digest };
}

/** The reference that parts make. */
export function imageOfParts({ fqn, tag, digest }: ImageParts): string {
  if (digest !== undefined) return `${fqn}@${digest}`;
  return tag === undefined ? fqn : `${fqn}:${tag}`;
}
