/** Adds up bytes. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** The sum, in base64. Called once, at the end. */
  digest(): string;
}

/** A hasher of Node's crypto, such as `md5`. */
export function nodeHasher(algorithm: "md5" | "sha256"): Hasher {
  const hash = process.getBuiltinModule("node:crypto").createHash(algorithm);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("base64") };
}
