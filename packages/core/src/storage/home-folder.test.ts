import { spawnSync } from "node:child_process";
import { homedir, userInfo } from "node:os";
import { describe, expect, it, vi } from "vitest";
import { homeFolder } from "./home-folder.js";

describe("homeFolder", () => {
  it("is what HOME says, and else what the system says", () => {
    expect(homeFolder({ HOME: "/team/ada" })).toBe("/team/ada");
    expect(homeFolder({})).toBe(homedir());
  });

  it("takes an empty HOME for none", () => {
    vi.stubEnv("HOME", "");
    expect(homeFolder()).toBe(userInfo().homedir);
    vi.unstubAllEnvs();
  });

  // Only root may become a user that the system does not know.
  it.runIf(process.getuid?.() === 0)("is undefined for a user whom the system knows by a number only", () => {
    const code = `const { homedir, userInfo } = require("node:os"); ${homeFolder.toString()}; console.log(String(homeFolder()));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", code], {
      cwd: "/",
      encoding: "utf8",
      env: {},
      uid: 54_321,
      gid: 54_321,
    });
    expect([stdout, stderr]).toEqual(["undefined\n", ""]);
  });
});
