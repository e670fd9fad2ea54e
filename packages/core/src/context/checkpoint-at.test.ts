import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  promises,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { localStore } from "../files/local-store.js";
import { localDisk } from "../storage/local-disk.js";
import type { Storage } from "../storage/storage.js";
import { rejection } from "../../test/support/caught.js";
import { checkpointAt } from "./checkpoint-at.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const newFolder = (): string => mkdtempSync(join(tmpdir(), "checkpoint-"));
const untyped = (value: unknown): never => value as never;

/** The checkpoints of attempts that follow each other. */
function attempts(folder = newFolder(), store = localStore({ folder: newFolder() })) {
  const at = (number: number): string => `${folder}/${number}`;
  return (number: number) =>
    checkpointAt(
      () => ({
        destination: at(number),
        previous: Array.from({ length: number }, (_, i) => at(number - 1 - i)),
      }),
      store,
    );
}

describe("a checkpoint", () => {
  it("is what the attempt before saved, and not what this one saves", async () => {
    const of = attempts();
    const first = of(0);
    expect([await first.exists(), await first.read(), await first.restore()]).toEqual([
      false,
      undefined,
      undefined,
    ]);
    await first.write("1");
    await first.write(bytes("2"));
    expect(await first.read()).toBeUndefined();
    const second = of(1);
    expect([await second.exists(), await second.read()]).toEqual([true, bytes("2")]);
    await second.write("3");
    expect(await second.read()).toEqual(bytes("2"));
    expect(await of(2).read()).toEqual(bytes("3"));
  });

  it("is the last that an attempt left, where one left none", async () => {
    const of = attempts();
    await of(0).write("0");
    expect(await of(3).read()).toEqual(bytes("0"));
  });

  it("keeps what a directory is added to, on a disk without hard links, too", async () => {
    const folder = newFolder();
    const from = newFolder();
    writeFileSync(join(from, "m.txt"), "1");
    const links = vi
      .spyOn(promises, "link")
      .mockRejectedValue(Object.assign(new Error("EPERM: no links here"), { code: "EPERM" }));
    try {
      const first = attempts(folder)(0);
      await first.write("0");
      await first.save(from);
    } finally {
      expect(links).toHaveBeenCalledOnce();
      links.mockRestore();
    }
    expect(readdirSync(join(folder, "0"))).toEqual(["_dst_cp", "m.txt"]);
    expect(readFileSync(join(folder, "0", "_dst_cp"), "utf8")).toBe("0");
  });

  it("has flytekit's file names: bytes and streams, files, the content of directories", async () => {
    const folder = newFolder();
    const of = attempts(folder);
    const from = newFolder();
    mkdirSync(join(from, "sub"));
    writeFileSync(join(from, "m.txt"), "1");
    writeFileSync(join(from, "sub", "n.txt"), "2");
    const first = of(0);
    await first.save(
      (async function* () {
        yield bytes("a");
        yield bytes("b");
      })(),
    );
    expect(readFileSync(join(folder, "0", "_dst_cp"), "utf8")).toBe("ab");
    await first.save(join(from, "m.txt"));
    await first.save(pathToFileURL(join(from, "sub")));
    expect(readdirSync(join(folder, "0"))).toEqual(["_dst_cp", "m.txt", "n.txt"]);
    expect(await rejection(of(1).read())).toMatchObject({
      code: "CHECKPOINT_AMBIGUOUS",
      text: `The checkpoint has 3 files (_dst_cp, m.txt, n.txt), but \`read\` takes exactly one.`,
    });
    const second = of(1);
    await second.save(from);
    const third = of(2);
    const restored = (await third.restore()) ?? "";
    expect(readFileSync(join(restored, "sub", "n.txt"), "utf8")).toBe("2");
    expect(await third.restore()).toBe(restored);
    const target = join(newFolder(), "new");
    expect(await third.restore(target)).toBe(target);
    expect(readdirSync(target)).toEqual(["m.txt", "sub"]);
    expect(readdirSync(folder)).toEqual(["0", "1"]);
  });

  it("is read whatever its one file is called", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "0"));
    writeFileSync(join(folder, "0", "any.bin"), "7");
    expect(await attempts(folder)(1).read()).toEqual(bytes("7"));
  });

  it("is whole or not there, whatever fails meanwhile", async () => {
    const folder = newFolder();
    const from = newFolder();
    for (let i = 0; i < 30; i += 1) writeFileSync(join(from, `f${i}`), `${i}`);
    const whole = attempts(folder)(0);
    await whole.write("kept");
    let left = 12;
    const failing: Storage = {
      ...localDisk,
      async write(uri, source, options) {
        left -= 1;
        if (left < 0) throw new Error("full");
        await localDisk.write(uri, source, options);
      },
    };
    const store = { ...localStore({ folder: newFolder() }), storage: failing };
    await expect(attempts(folder, store)(0).save(from)).rejects.toThrow("full");
    expect(readdirSync(join(folder, "0"))).toEqual(["_dst_cp"]);
    const stream = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes("half");
      throw new Error("gone");
    };
    await expect(whole.save(stream())).rejects.toMatchObject({ code: "STORAGE_FAILED" });
    expect(await attempts(folder)(1).read()).toEqual(bytes("kept"));
    expect(readdirSync(folder)).toEqual(["0"]);
  });

  it("is found where a process ended between the two renames of a directory", async () => {
    const folder = newFolder();
    const of = attempts(folder);
    await of(0).write("old");
    renameSync(join(folder, "0"), join(folder, "0.replaced"));
    expect(await of(1).read()).toEqual(bytes("old"));
  });

  it("is saved in the order of the calls", async () => {
    const of = attempts();
    const first = of(0);
    const buffer = bytes("a");
    const done = [first.write(buffer), first.write("b"), first.save(untyped(3)), first.write("c")];
    buffer.fill(0);
    const settled = await Promise.allSettled(done);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(await of(1).read()).toEqual(bytes("c"));
  });

  it("is not saved once the signal has fired", async () => {
    const folder = newFolder();
    const signal = AbortSignal.abort(new Error("late"));
    const late = attempts(folder, { ...localStore(), signal })(0);
    expect(await rejection(late.write("x"))).toMatchObject({ code: "STORAGE_ABORTED" });
    expect(await rejection(late.save(newFolder()).then(() => late.save(import.meta.filename)))).toMatchObject(
      {
        code: "STORAGE_ABORTED",
      },
    );
    expect(existsSync(join(folder, "0", "_dst_cp"))).toBe(false);
  });

  it("refuses what cannot be saved", async () => {
    const { save, write, restore } = attempts()(0);
    for (const wrong of [3, null, "", {}, []])
      expect(await rejection(save(untyped(wrong)))).toMatchObject({ code: "OPTION_INVALID" });
    expect(await rejection(write(untyped(3)))).toMatchObject({ code: "OPTION_INVALID" });
    expect(await rejection(restore(untyped(3)))).toMatchObject({ code: "OPTION_INVALID" });
    expect(await rejection(save(join(newFolder(), "none")))).toMatchObject({ code: "STORAGE_NOT_FOUND" });
    expect(await rejection(save("s3://b/k"))).toMatchObject({ code: "STORAGE_FAILED" });
  });
});
