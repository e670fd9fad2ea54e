import { systemCode, systemWords } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";

/** The error for what the file system refused, where no command has said more of it. */
export function ofFileSystem(error: unknown): Error | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { path, syscall } = error as NodeJS.ErrnoException;
  if (typeof path !== "string" || typeof syscall !== "string" || systemCode(error) === "") return undefined;
  return errors.FILE_UNUSABLE({ path, problem: systemWords(error, "reading") }, { cause: error });
}
