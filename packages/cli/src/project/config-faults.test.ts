import { isFlytekitError } from "@flytekit-ts/core/errors";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.js";
import { readProject, type ReadFrom } from "./read-project.js";

async function faultOf(
  text: string | undefined,
  around: Partial<ReadFrom> & { env?: Record<string, string> } = {},
) {
  const folder = temporaryFolder({
    "package.json": "{}",
    ...(text === undefined ? {} : { "flyte.config.mjs": text }),
  });
  const { env = {}, globals = {} } = around;
  try {
    await readProject({ globals, host: { cwd: folder, env } });
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    const place =
      error.location &&
      `${error.location.file.slice(folder.length + 1)}:${error.location.line}:${error.location.column}`;
    return { code: error.code, text: error.text.replaceAll(folder, "."), hint: error.hint, place };
  }
  return undefined;
}

describe("a configuration that cannot be used", () => {
  it.each([
    [
      "an unknown key",
      'export default {\n  imagee: "a:1",\n};',
      "`imagee` is no setting",
      "Did you mean `image`?",
      "2:3",
    ],
    [
      "a wrong type",
      "export default { project: 7 };",
      "`project` has to be a string that is not empty, but is a number",
      "defineConfig",
      "1:18",
    ],
    [
      "a resolver that finds nothing",
      'export default { resolver: { location: "a#b", loaderArgs: () => [] } };',
      "`resolver` has to be a resolver of tasks, but has no function `loadTask`",
      "defineConfig",
      "1:18",
    ],
    [
      "a resolver whose place is no text",
      "export default { resolver: { location: 5, loaderArgs: () => [], loadTask() {} } };",
      "`resolver.location` has to be a string that is not empty, but is a number",
      "defineConfig",
      "1:30",
    ],
    [
      "a wrong type in a profile",
      "const define = (x) => x;\nconst prod = { code: 'bundel' };\nexport default define({ profiles: { prod } });",
      '`profiles.prod.code` has to be "bundle" or "files" or "image", but is a string',
      'Did you mean "bundle"?',
      "2:16",
    ],
    [
      "a wrong member of a list",
      "export default { modules: ['a.ts',\n 3] };",
      '`modules["1"]` has to be',
      "",
      "2:2",
    ],
    [
      "a text in place of a list",
      "export default { modules: 'a.ts' };",
      "`modules` has to be a list of strings, but is a string",
      "Put it in brackets.",
      "1:18",
    ],
    [
      "a number in the environment",
      "export default { environment: { N: 3 } };",
      "`environment.N` has to be a string, but is a number",
      "Put it in quotes.",
      "1:33",
    ],
    [
      "a secret in plain sight",
      "export default { cluster: { auth: { clientSecret: 'hush' } } };",
      "`cluster.auth.clientSecret` has to be a function, but is a string",
      "A secret is read when it is needed",
      "1:37",
    ],
    [
      "an image that is neither",
      "export default { image: { repo: 'a' } };",
      "`image.repo` is no setting",
      "Did you mean `repository`?",
      "1:27",
    ],
    [
      "no default export",
      "export const config = {};",
      "it has no default export",
      "It exports `config`: write `export default`",
      undefined,
    ],
    ["nothing", "", "it has no default export", "Write `export default defineConfig", undefined],
    [
      "a default export that is none",
      "export default () => ({});",
      "the default export has to be an object, but is a function",
      "",
      "1:16",
    ],
    [
      "a promise",
      "export default Promise.resolve({});",
      "the default export has to be an object, but is an object of class Promise",
      "",
      "1:16",
    ],
    [
      "a getter that throws",
      "export default { get image() { throw new Error('no') } };",
      "`image` cannot be read",
      "",
      "1:18",
    ],
    ["an error while it is loaded", "throw new Error('ouch');", "ouch", "", undefined],
    ["a module that is not there", "import './none.mjs';\nexport default {};", "none.mjs", "", undefined],
    ["a syntax error", "export default {", "", "", undefined],
  ])("says it of %s", async (_what, source, problem, hint, place) => {
    const fault = await faultOf(source);
    expect(fault?.code).toBe("PROJECT_CONFIG_INVALID");
    expect(fault?.text).toContain("The configuration flyte.config.mjs cannot be used: ");
    expect(fault?.text).toContain(problem);
    expect(fault?.hint).toContain(hint);
    expect(fault?.text).not.toContain("hush");
    if (place !== undefined) expect(fault?.place).toBe(`flyte.config.mjs:${place}`);
  });

  it("says all that is wrong at once", async () => {
    const fault = await faultOf(
      "export default {\n  domian: 'd',\n  cache: 3,\n  runs: { kepp: 1, keep: -1 },\n};",
    );
    expect(fault?.text).toBe(
      [
        "The configuration flyte.config.mjs cannot be used: 4 things are wrong:",
        "  line 2: `domian` is no setting. Did you mean `domain`?",
        "  line 3: `cache` has to be the path of a folder, or true or false, but is a number.",
        "  line 4: `runs.kepp` is no setting. Did you mean `keep`?",
        "  line 4: `runs.keep` has to be a whole number from 0, but is a number.",
      ].join("\n"),
    );
  });

  it("says it of profiles", async () => {
    const globals = { profile: "prodd" };
    expect((await faultOf("export default { profiles: { prod: {}, dev: {} } };", { globals }))?.hint).toBe(
      "Did you mean prod?",
    );
    expect((await faultOf("export default {};", { globals }))?.hint).toBe("It has no profiles.");
    expect((await faultOf(undefined, { env: { TSFLYTE_PROFILE: "x" } }))?.text).toContain(
      'there is a profile "x" and no flyte.config.ts',
    );
  });

  it("says it of variables", async () => {
    const fault = await faultOf(undefined, { env: { TSFLYTE_CODE: "zip", TSFLYTE_RUNS_KEEP: "ten" } });
    expect(fault?.text).toContain("The environment cannot be used: 2 things are wrong:");
    expect(fault?.text).toContain('TSFLYTE_CODE: `code` has to be "bundle" or "files" or "image"');
    expect(fault?.text).toContain("TSFLYTE_RUNS_KEEP: `runs.keep` has to be a whole number");
  });

  it("says that a named file is not there", async () => {
    const fault = await faultOf("export default {};", { globals: { config: "other.config.ts" } });
    expect(fault?.text).toBe("The configuration other.config.ts cannot be used: there is no such file.");
    expect(fault?.hint).toContain("`--config`");
  });
});
