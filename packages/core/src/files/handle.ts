import { HANDLE } from "../brands/handle-brand.js";
import type { LocalKind } from "../storage/local-kind.js";

/** What a file or directory is, without the means to read it. */
export interface HandleParts {
  readonly uri: string;
  readonly format: string;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** A file or directory that a task has received, of this copy of the package or another; undefined for other values. */
export function handleOf(value: unknown): (HandleParts & { readonly kind: LocalKind }) | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    const kind: unknown = Reflect.get(value, HANDLE);
    if (kind !== "file" && kind !== "directory") return undefined;
    const { uri, format, metadata } = value as HandleParts;
    return { kind, uri, format, ...(metadata === undefined ? {} : { metadata }) };
  } catch {
    // A proxy that does not let itself be read.
    return undefined;
  }
}
