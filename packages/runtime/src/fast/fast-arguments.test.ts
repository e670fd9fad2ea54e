import { describe, expect, it } from "vitest";

import { readFastArguments } from "./fast-arguments.js";

const URI = "s3://code/fast.tar.gz";

describe("the command line of tsflyte-fast-execute", () => {
  it.each([
    [
      ["--additional-distribution", URI, "--dest-dir", "/app", "--", "run", "--", "x"],
      URI,
      "/app",
      ["run", "--", "x"],
    ],
    [[`--additional-distribution=${URI}`, "--dest-dir=a=b", "run", "--flag"], URI, "a=b", ["run", "--flag"]],
    [["--dest-dir", "a", "--dest-dir", "b", "--", "run"], undefined, "b", ["run"]],
    [["--additional-distribution", URI, "run"], URI, ".", ["run"]],
    [["--dest-dir", "--", "--", "run"], undefined, "--", ["run"]],
  ])("%j", (argv, distribution, destination, command) => {
    expect(readFastArguments(argv)).toEqual({ distribution, destination, command });
  });

  it.each([
    [["--dest-dir"], "the option --dest-dir needs a value"],
    [["--other", "x", "--", "run"], "there is no option --other"],
    [["--constructor=x", "run"], "there is no option --constructor"],
    [["--additional-distribution", URI], "no command stands behind the options"],
    [["--additional-distribution", URI, "--"], "no command stands behind the options"],
    [[], "no command stands behind the options"],
  ])("refuses %j", (argv, usage) => {
    expect(readFastArguments(argv)).toEqual({ usage });
  });
});
