import { coreErrors } from "@flytekit-ts/core/errors";

/**
 * A name that a file keeps in the store: of its own, or below a folder.
 *
 * flyteadmin joins names into URLs. There `..` leaves the folder, a `?` or `#` cuts the name off, and a `%` may be read
 * as a code, so that the file would be elsewhere than flyteadmin says.
 *
 * @throws `OPTION_INVALID`
 */
export function assertFileName(name: unknown, at: string, advice?: string): string {
  const isName =
    typeof name === "string" &&
    !/[?#%\\\p{Cc}]/u.test(name) &&
    name.isWellFormed() &&
    name.split("/").every((step) => step !== "" && step !== "." && step !== "..");
  if (isName) return name;
  const wanted = "a name without `..`, `?`, `#`, `%`, backslashes and empty steps";
  throw coreErrors.OPTION_INVALID({ at, option: "name", wanted, given: name, advice });
}
