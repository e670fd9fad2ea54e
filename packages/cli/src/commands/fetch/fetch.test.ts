import { expect, it } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.js";
import { runCli } from "../../../test/support/run-cli.js";

it.each([["--quiet"], ["--json"]])(
  "fails with a code where nothing is below an address, also with %s",
  async (how) => {
    const cwd = temporaryFolder();
    const env = { FLYTE_PLATFORM_URL: "localhost:1", FLYTE_PLATFORM_INSECURE: "true", HOME: cwd };
    const ran = await runCli(["fetch", "--recursive", `file://${cwd}/none`, how], { cwd, env });
    expect([ran.code, ran.stdout + ran.stderr]).toEqual([1, expect.stringContaining("FILE_UNUSABLE")]);
  },
);
