import { describe, expect, it } from "vitest";
import { abilitiesOf } from "./terminal.js";

const terminal = { write: () => true, isTTY: true };
const file = { write: () => true };

describe("what a stream can show", () => {
  it.each([
    [terminal, {}, { live: true, color: true }],
    [file, {}, { live: false, color: false }],
    [terminal, { TERM: "dumb" }, { live: false, color: false }],
    [terminal, { CI: "true" }, { live: false, color: true }],
    [terminal, { CI: "" }, { live: true, color: true }],
    [terminal, { NO_COLOR: "1" }, { live: true, color: false }],
    [terminal, { NO_COLOR: "" }, { live: true, color: true }],
    [file, { FORCE_COLOR: "1" }, { live: false, color: true }],
    [file, { FORCE_COLOR: "" }, { live: false, color: true }],
    [terminal, { FORCE_COLOR: "0" }, { live: true, color: false }],
    [file, { FORCE_COLOR: "1", NO_COLOR: "1" }, { live: false, color: true }],
  ])("depends on the stream and the environment: %j %j", (stream, env, expected) => {
    expect(abilitiesOf(stream, env)).toMatchObject(expected);
  });

  it.runIf(process.platform !== "win32").each([
    [{}, true],
    [{ LANG: "en_US.UTF-8" }, true],
    [{ LANG: "C.utf8" }, true],
    [{ LANG: "C" }, false],
    [{ LANG: "de_DE.ISO-8859-1" }, false],
    [{ LC_ALL: "POSIX", LANG: "en_US.UTF-8" }, false],
    [{ TERM: "linux" }, false],
  ])("has other characters than ASCII where the locale has: %j", (env, unicode) => {
    expect(abilitiesOf(terminal, env).unicode).toBe(unicode);
  });
});
