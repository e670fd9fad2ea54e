import { errors } from "../../errors.js";

/** What is used of rolldown, which is loaded only to bundle: images have no need of it. */
export interface Bundler {
  readonly rolldown: (typeof import("rolldown"))["rolldown"];
  readonly MagicString: (typeof import("rolldown"))["RolldownMagicString"];
  readonly parseAst: (typeof import("rolldown/parseAst"))["parseAst"];
}

/** @throws `BUNDLER_ABSENT` */
export async function loadBundler(): Promise<Bundler> {
  try {
    const [{ rolldown, RolldownMagicString }, { parseAst }] = await Promise.all([
      import("rolldown"),
      import("rolldown/parseAst"),
    ]);
    return { rolldown, MagicString: RolldownMagicString, parseAst };
  } catch (cause) {
    throw errors.BUNDLER_ABSENT({}, { cause });
  }
}
