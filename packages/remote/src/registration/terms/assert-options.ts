import { coreErrors } from "@flytekit-ts/core/errors";
import { assertBoolean } from "@flytekit-ts/core/tasks";
import type { RegisterOptions } from "./register-settings.js";

/** The options of every registration. */
export const OPTIONS = [
  ...(["project", "domain", "version", "activate", "concurrency", "limits", "dryRun", "onProgress"] as const),
  "signal" as const,
];

const MOST_AT_ONCE = 64;

/** Asserts what every registration takes. @throws `OPTION_INVALID` */
export function assertRegisterOptions({
  concurrency = 1,
  dryRun,
  onProgress,
  version,
}: RegisterOptions): void {
  const at = "remote.register";
  assertBoolean(dryRun, "dryRun", at);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > MOST_AT_ONCE) {
    const wanted = `a whole number from 1 to ${MOST_AT_ONCE}`;
    throw coreErrors.OPTION_INVALID({ at, option: "concurrency", wanted, given: concurrency });
  }
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw coreErrors.OPTION_INVALID({ at, option: "onProgress", wanted: "a function", given: onProgress });
  }
  if (
    version !== undefined &&
    (typeof version !== "string" || !/^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,255}$/.test(version))
  ) {
    const wanted = "1 to 255 letters, digits and . _ ~ -, but not `.` or `..`";
    throw coreErrors.OPTION_INVALID({ at, option: "version", wanted, given: version });
  }
}
