import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { assertSettings } from "./settings.js";

const SETTINGS = {
  project: "flytesnacks",
  domain: "development",
  version: "v1.2_3~rc-4",
  image: "ghcr.io/a/b:1",
};

function refusal(given: object): unknown {
  try {
    assertSettings({ ...SETTINGS, ...given });
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("assertSettings", () => {
  it("takes what Flyte stores without trouble", () => {
    expect(refusal({})).toBeUndefined();
    expect(
      refusal({ project: "a".repeat(255), environment: { A: "1", B_2: "" }, root: "/src" }),
    ).toBeUndefined();
    expect(refusal({ environment: undefined, root: undefined })).toBeUndefined();
  });

  it.each([
    ["images", { "a.b": "gpu:1" }],
    ["images", { gpu: "" }],
    ["images", { gpu: 1 }],
    ["images", "gpu:1"],
    ["project", ""],
    ["project", "my project"],
    ["project", "a".repeat(256)],
    ["project", undefined],
    ["project", null],
    ["domain", "dev/elopment"],
    ["domain", 7],
    ["version", ""],
    ["version", "1?"],
    ["version", "100%"],
    ["version", ".."],
    ["version", "."],
    ["project", "."],
    ["domain", ".."],
    ["version", undefined],
    ["image", ""],
    ["image", undefined],
    ["image", { name: "x" }],
    ["environment", { A: 1 }],
    ["environment", { "A=B": "1" }],
    ["environment", { "": "1" }],
    ["environment", { "A B": "1" }],
    ["environment", { "1A": "1" }],
    ["environment", { Ä: "1" }],
    ["environment", "A=1"],
    ["root", 5],
    ["cacheVersion", "auto"],
    ["resolver", "@acme/flyte#resolver"],
    ["resolver", { location: undefined, loaderArgs: () => [] }],
  ])("refuses a %s of %o", (setting, given) => {
    expect(refusal({ [setting]: given })).toMatchObject({ code: "SETTINGS_INVALID", params: { setting } });
  });

  it("shows no value of the environment", () => {
    for (const environment of ["A=hunter2", { "A=hunter2": "" }, { A: ["hunter2"] }, ["hunter2"]])
      expect(inspect(refusal({ environment }), { depth: 9, showHidden: true })).not.toContain("hunter2");
  });

  it.each(["", "@acme/flyte", "#resolver", "a module#resolver", 5, null])(
    "refuses a resolver at %o",
    (location) => {
      const resolver = { location, loaderArgs: () => [], loadTask: async () => undefined };
      const params = { setting: "resolver.location" };
      expect(refusal({ resolver })).toMatchObject({ code: "SETTINGS_INVALID", params });
    },
  );

  it.each(["@acme/flyte#resolver", "dist/shelf.js#shelf", undefined])(
    "takes a resolver at %o",
    (location) => {
      const resolver = { location, loaderArgs: () => [], loadTask: async () => undefined };
      expect(refusal({ resolver })).toBeUndefined();
    },
  );

  it("refuses settings that do not exist, with the one that was meant", () => {
    const shared = { project: "p", domain: "d", version: "v", image: "i", enviroment: { A: "1" } };
    expect(() => assertSettings(shared)).toThrow(
      /^\[OPTION_UNKNOWN\] There is no option `enviroment` for the settings\.\n {2}hint: Did you mean `environment`\?/,
    );
  });

  it.each([undefined, null, 5, "flytesnacks", []])("refuses %o instead of settings", (given) => {
    expect(() => assertSettings(given as never)).toThrow(
      expect.objectContaining({
        code: "SETTINGS_INVALID",
        params: expect.objectContaining({ setting: "project" }) as unknown,
      }),
    );
  });

  it("does not show what is in the environment: it may be secret", () => {
    expect(String(refusal({ environment: { TOKEN: 12_345 } }))).not.toContain("12345");
    expect(String(refusal({ environment: { TOKEN: 12_345 } }))).toContain('"TOKEN"');
  });
});
