interface Resolved {
  readonly url: string;
  readonly shortCircuit?: boolean;
}

/** Node's hook for modules: a file in place of the system's keyring. */
export async function resolve(
  specifier: string,
  context: object,
  next: (specifier: string, context: object) => Promise<Resolved>,
): Promise<Resolved> {
  if (specifier !== "@napi-rs/keyring") return next(specifier, context);
  return { url: new URL("./file-keyring.js", import.meta.url).href, shortCircuit: true };
}
