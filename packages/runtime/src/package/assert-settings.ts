import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { CodeOptions } from "../code/code-options.js";
import type { PackageSettings } from "./package-settings.js";

const AT = "a package";
const CODE: ReadonlySet<string> = new Set(["root", "files", "bundle", "followLinks", "destination"]);
const IDS: ReadonlySet<unknown> = new Set([undefined, "empty", "placeholders", "settings"]);

/**
 * Check the forms of settings that only a package has; the others are checked where they are used.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`
 */
export function assertPackageSettings(settings: PackageSettings): void {
  if (typeof settings !== "object" || settings === null) {
    throw coreErrors.OPTIONS_NOT_AN_OBJECT({ at: AT, given: String(settings) });
  }
  const { code, ids, image, images } = settings;
  check(IDS.has(ids), { option: "ids", wanted: '"empty", "placeholders" or "settings"', given: ids });
  for (const each of [image, ...Object.values(images ?? {})]) {
    const wanted = "a reference, or a hook with `id`, `exists` and `build`";
    check(isImage(each), { option: "image", wanted, given: each });
  }
  if (code !== undefined) assertCode(code);
}

function assertCode(code: CodeOptions): void {
  assertOptions(code, CODE, "`code` of a package");
  const { root, files, followLinks, destination } = code;
  check(isTextOrNone(root), { option: "code.root", wanted: "the path of a folder", given: root });
  check(isTextOrNone(destination), {
    ...{ option: "code.destination", wanted: "the path of a folder in the container", given: destination },
  });
  check(followLinks === undefined || typeof followLinks === "boolean", {
    ...{ option: "code.followLinks", wanted: "true or false", given: followLinks },
  });
  check(files === undefined || (Array.isArray(files) && files.every(isFile)), {
    ...{ option: "code.files", wanted: "a list of paths, or of `{ path, content }`", given: files },
  });
}

interface Checked {
  readonly option: string;
  readonly wanted: string;
  readonly given: unknown;
}

function check(isRight: boolean, option: Checked): void {
  if (!isRight) throw coreErrors.OPTION_INVALID({ at: AT, ...option });
}

function isTextOrNone(given: unknown): boolean {
  return given === undefined || (typeof given === "string" && given !== "");
}

function isImage(given: unknown): boolean {
  if (typeof given === "string") return true;
  const { id, exists, build } = Object(given) as Partial<Record<"id" | "exists" | "build", unknown>>;
  return typeof id === "string" && typeof exists === "function" && typeof build === "function";
}

function isFile(given: unknown): boolean {
  if (typeof given === "string") return given !== "";
  const { path, content } = Object(given) as Partial<Record<"path" | "content", unknown>>;
  return typeof path === "string" && path !== "" && content instanceof Uint8Array;
}
