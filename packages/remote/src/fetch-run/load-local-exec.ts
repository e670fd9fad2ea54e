import { systemCode } from "@flytekit-ts/core/storage";
import { fetchRunErrors as errors } from "../errors/fetch-run-errors.js";

type LocalExec = typeof import("@flytekit-ts/local-exec/journal");

/** The package that runs things here, which not everyone who speaks to a cluster has. @throws `LOCAL_EXEC_MISSING` */
export async function loadLocalExec(
  load: () => Promise<LocalExec> = async () => import("@flytekit-ts/local-exec/journal"),
): Promise<LocalExec> {
  try {
    return await load();
  } catch (cause) {
    if (isMissing(cause)) throw errors.LOCAL_EXEC_MISSING(undefined, { cause });
    throw cause;
  }
}

function isMissing(cause: unknown): boolean {
  const message: unknown = Reflect.get(Object(cause), "message");
  return systemCode(cause) === "ERR_MODULE_NOT_FOUND" && String(message).includes("@flytekit-ts/local-exec");
}
