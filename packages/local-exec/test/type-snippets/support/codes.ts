import { compile, isFlytekitError, type Problem, serialize, type Workflow } from "@flytekit-ts/workflow";

const SETTINGS = { project: "p", domain: "development", version: "v1", image: "example/image:1" };

/**
 * The codes that say what is wrong with a module of an author, before anything runs: when it is loaded, or when what
 * it exports is compiled, registered or given to a run.
 */
export async function codesOf(
  load: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<readonly string[]> {
  try {
    const exported = Object.values(await load());
    const codes = await Promise.all(exported.map(async (each) => codesOfExport(each)));
    return codes.flat();
  } catch (error) {
    return codesOfError(error);
  }
}

async function codesOfExport(exported: unknown): Promise<readonly string[]> {
  try {
    await exported;
    if (typeof exported !== "function") return [];
    const kind: unknown = Reflect.get(exported, "kind");
    if (kind === "workflow")
      return compile(exported as unknown as Workflow<{}, undefined>).warnings.map(codeOf);
    serialize(exported as never, SETTINGS);
    return [];
  } catch (error) {
    return codesOfError(error);
  }
}

function codesOfError(error: unknown): readonly string[] {
  if (error instanceof ReferenceError) return [error.name];
  if (!isFlytekitError(error)) throw error;
  const { problems = [] } = error.params as { readonly problems?: readonly (Problem | string)[] };
  return [error.code, ...problems.flatMap((each) => (typeof each === "string" ? [] : [codeOf(each)]))];
}

function codeOf({ code }: Problem): string {
  return code;
}
