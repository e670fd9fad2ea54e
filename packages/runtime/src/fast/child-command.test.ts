import { describe, expect, it } from "vitest";

import { childCommand } from "./child-command.js";

const FLAGS = "--dynamic-addl-distro s3://code --dynamic-dest-dir .";

function given(command: string): string {
  return childCommand(command.split(" "), { distribution: "s3://code", destination: "." }).join(" ");
}

describe("the flags for dynamics", () => {
  it.each([
    [
      "pyflyte-execute --inputs i --resolver r -- task-module m",
      `pyflyte-execute --inputs i ${FLAGS} --resolver r -- task-module m`,
    ],
    ["python -m anything", "python -m anything"],
    [
      "tsflyte-execute --inputs i --resolver r -- task-module m",
      `tsflyte-execute --inputs i ${FLAGS} --resolver r -- task-module m`,
    ],
    [
      "tsflyte-execute --inputs i -- task-module m --resolver x",
      `tsflyte-execute ${FLAGS} --inputs i -- task-module m --resolver x`,
    ],
    ["/app/bin/tsflyte-map-execute task-module m", `/app/bin/tsflyte-map-execute ${FLAGS} task-module m`],
  ])("%s", (command, expected) => {
    expect(given(command)).toBe(expected);
  });
});
