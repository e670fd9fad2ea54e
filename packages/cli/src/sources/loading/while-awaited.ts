import { errors } from "../../errors.js";

/**
 * What a module gives. If nothing is left that could end its top-level `await`, Node would end without a word.
 *
 * @throws `SOURCE_UNLOADABLE`, and what the module throws
 */
export async function whileAwaited<T>(file: string, loading: Promise<T>): Promise<T> {
  const problem = "it waits at its top level for something that never comes";
  let onIdle = (): void => undefined;
  const idle = new Promise<never>((_, reject) => {
    onIdle = (): void =>
      reject(
        errors.SOURCE_UNLOADABLE({ file, problem, advice: "Look for an `await` outside of functions." }),
      );
  });
  process.once("beforeExit", onIdle);
  try {
    return await Promise.race([loading, idle]);
  } finally {
    process.off("beforeExit", onIdle);
  }
}
