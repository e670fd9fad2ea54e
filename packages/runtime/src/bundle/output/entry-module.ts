import type { Plugin } from "rolldown";
import { authorPlugin } from "../modules/author-plugin.js";
import type { Bundling } from "../modules/bundling.js";
import { fileName } from "../modules/file-names.js";
import { faultOf } from "./fault-of.js";
import { inputOptions } from "./input-options.js";

const TOGETHER = "\0flytekit-ts:entries";

/** The module to begin with: the entry, or one that exports what all entries do. */
export interface EntryModule {
  readonly input: string;
  readonly plugins: readonly Plugin[];
}

export async function entryModule(bundling: Bundling): Promise<EntryModule> {
  const { entries } = bundling.options;
  const [only = "", ...more] = entries;
  if (more.length === 0) return { input: only, plugins: [] };
  const code = exportTogether(await exportsOf(bundling), bundling.options.root);
  return {
    input: TOGETHER,
    plugins: [
      {
        name: "flytekit-ts:entries",
        resolveId: (id) => (id === TOGETHER ? { id, moduleSideEffects: false } : null),
        load: (id) => (id === TOGETHER ? { code, moduleType: "js" } : null),
      },
    ],
  };
}

/** The names that each entry exports. */
async function exportsOf(bundling: Bundling): Promise<ReadonlyMap<string, readonly string[]>> {
  const { options, bundler } = bundling;
  try {
    const input = Object.fromEntries(options.entries.map((file, index) => [`entry-${index}`, file]));
    const build = await bundler.rolldown({
      ...inputOptions(bundling),
      input,
      plugins: [authorPlugin(bundling)],
    });
    const { output } = await build.generate({ format: "esm" });
    await build.close();
    bundling.warnings.length = 0;
    const chunks = output.flatMap((each) => (each.type === "chunk" && each.isEntry ? [each] : []));
    return new Map(chunks.map(({ facadeModuleId, exports }) => [facadeModuleId ?? "", exports]));
  } catch (error) {
    throw faultOf(error, bundling);
  }
}

// `export *` would leave out, without a word, a name that two entries have.
function exportTogether(exports: ReadonlyMap<string, readonly string[]>, root: string): string {
  const owners = new Map<string, string>();
  return [...exports]
    .toSorted(([a], [b]) => (fileName(root, a) < fileName(root, b) ? -1 : 1))
    .map(([file, names], index) => {
      const lines = names.toSorted().map((name) => {
        const isFree = name !== "default" && !owners.has(name);
        if (isFree) owners.set(name, file);
        return isFree ? name : `${name} as ${name}_${index + 1}`;
      });
      return `export { ${lines.join(", ")} } from ${JSON.stringify(file)};`;
    })
    .join("\n");
}
