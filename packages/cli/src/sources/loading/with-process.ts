import { errors } from "../../errors.js";

/**
 * What a module gives. Whatever it does to `globalThis.process`, all else here still has it afterwards.
 *
 * @throws `SOURCE_UNLOADABLE` if the module has replaced it, and what the module throws
 */
export async function withProcess<T>(file: string, load: () => Promise<T>): Promise<T> {
  const { process: before } = globalThis;
  const restored = (): boolean => {
    if (globalThis.process === before) return false;
    globalThis.process = before;
    return true;
  };
  try {
    const loaded = await load();
    if (!restored()) return loaded;
  } catch (error) {
    // What it threw may follow from that, but is what its author wrote.
    restored();
    throw error;
  }
  const problem = "it replaces `globalThis.process`, without which nothing here works";
  const advice = "Leave the global as it is; in tests, replace single properties, and put them back.";
  throw errors.SOURCE_UNLOADABLE({ file, problem, advice });
}
