import { createRequire } from "node:module";

/** What is used of esbuild. It is no dependency of ours, so its types are not here. */
export interface Esbuild {
  buildSync(options: Readonly<Record<string, unknown>>): {
    readonly outputFiles: readonly { readonly text: string }[];
    readonly metafile: { readonly outputs: Readonly<Record<string, BundleOutput>> };
  };
}

interface BundleOutput {
  readonly imports: readonly { readonly path: string; readonly external?: boolean }[];
}

/**
 * esbuild, from this package or from the author's. It is loaded only for a task whose version is computed: it is large,
 * and most programs do without.
 *
 * @throws whatever Node throws for a package that is not there.
 */
export function loadEsbuild(file: string): Esbuild {
  try {
    return createRequire(import.meta.url)("esbuild") as Esbuild;
  } catch {
    return createRequire(file)("esbuild") as Esbuild;
  }
}
