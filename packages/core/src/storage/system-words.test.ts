import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hostileValues } from "../../test/support/hostile.js";
import { type SystemAction, systemCode, systemWords } from "./system-words.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "words-"));
  writeFileSync(join(folder, "file"), "");
  symlinkSync("loop", join(folder, "loop"));
});

function refused(act: () => unknown, action: SystemAction): string {
  try {
    act();
  } catch (error) {
    return systemWords(error, action);
  }
  return "not refused";
}

describe("what the system refuses, in words", () => {
  it.each<[SystemAction, (at: string) => unknown, string]>([
    ["reading", (at) => readFileSync(join(at, "none")), "there is no such file"],
    ["reading", (at) => readFileSync(at), "it is a folder"],
    ["reading", (at) => readFileSync(join(at, "file/x")), "a part of its path is a file"],
    ["reading", (at) => readFileSync(join(at, "loop")), "its symbolic links lead in a circle"],
    ["reading", (at) => readFileSync(join(at, "n".repeat(300))), "a name in the path is too long"],
    ["listing", (at) => readdirSync(join(at, "none")), "there is no such folder"],
    ["listing", (at) => readdirSync(join(at, "file")), "a part of its path is a file"],
    ["listing", (at) => readFileSync(at), "there is a folder in place of a file"],
    ["writing", (at) => writeFileSync(join(at, "none/x"), ""), "its folder does not exist"],
    ["writing", (at) => writeFileSync(at, ""), "it is a folder"],
    ["writing", (at) => mkdirSync(join(at, "file")), "there is a file in its place"],
  ])("while %s: %s", (action, act, words) => {
    expect(refused(() => act(folder), action)).toBe(words);
  });

  it.each([
    ["ENOSPC", "the disk is full"],
    ["EDQUOT", "the disk quota is used up"],
    ["EFBIG", "the file has reached the largest size that is allowed"],
    ["EIO", "the disk failed"],
    ["EROFS", "the disk is read-only"],
    ["EACCES", "permission is denied"],
    ["EPERM", "permission is denied"],
    ["EMFILE", "too many files are open"],
    ["ENFILE", "too many files are open"],
  ])("are short: %s", (code, words) => {
    expect(systemWords(Object.assign(new Error("x"), { code }), "writing")).toBe(words);
  });

  it("are those of a program that was to start", () => {
    expect(systemWords(spawnSync("no-such-program").error, "starting")).toBe("there is no such program");
    expect(systemWords(spawnSync(join(folder, "file")).error, "starting")).toBe("it may not be run");
  });

  it.each([
    ["EBUSY: resource busy or locked, rename '/a/.partial' -> '/a/b'", "resource busy or locked (EBUSY)"],
    ["EBADF: bad file descriptor, write", "bad file descriptor (EBADF)"],
    ["EBUSY: resource busy or locked, open '/a\n, b'", "resource busy or locked (EBUSY)"],
    ["The file is gone.", "The file is gone"],
  ])("name no path where there are none for a code: %j", (message, words) => {
    const code = /^E[A-Z]+/.exec(message)?.[0];
    expect(systemWords(Object.assign(new Error(message), { code }), "writing")).toBe(words);
  });

  it("are the text of what is no error of the system", () => {
    expect(systemWords("a text", "reading")).toBe("a text");
    expect(systemWords("EBUSY: a text, open", "reading")).toBe("EBUSY: a text, open");
    expect(systemWords(undefined, "reading")).toBe("undefined");
    expect(systemWords({ code: "constructor", message: "odd" }, "reading")).toBe("odd");
  });
});

describe("the code of an error", () => {
  it.each([
    [() => lstatSync("/no/such/file"), "ENOENT"],
    [() => JSON.parse("{"), ""],
  ])("is that of the system: %#", (act, code) => {
    try {
      act();
    } catch (error) {
      expect(systemCode(error)).toBe(code);
      return;
    }
    expect.unreachable();
  });

  it.each([[undefined], [null], ["ENOENT"], [{ code: 7 }]])("is empty where there is none: %j", (error) => {
    expect(systemCode(error)).toBe("");
  });
});

it.each([...hostileValues()])("says something of %s", (_, value) => {
  expect(systemWords(value, "reading")).not.toBe("");
});
