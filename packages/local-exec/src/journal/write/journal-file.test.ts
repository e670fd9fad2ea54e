import { mkdtempSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { toFrame } from "../format/frame.js";
import { type Disk, JournalFile } from "./journal-file.js";

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "file-")), "run.journal");
});

const failing = (code: string): Error => Object.assign(new Error(code), { code, syscall: "write" });

function disk(parts: Partial<Disk>): Disk {
  return {
    write: (fd, bytes) => writeSync(fd, bytes),
    sync: (_, done) => setImmediate(done, null),
    ...parts,
  };
}

describe("the file of a journal", () => {
  it("writes on when the system has written only a part", () => {
    const file = new JournalFile(path, disk({ write: (fd, bytes) => writeSync(fd, bytes.subarray(0, 3)) }));
    file.append("{}");
    file.append('{"a":1}');
    expect(readFileSync(path, "utf8")).toBe(toFrame("{}") + toFrame('{"a":1}'));
  });

  it.each([
    ["ENOSPC", "the disk is full"],
    ["EIO", "the disk failed"],
    ["EFBIG", "the largest size"],
    ["EROFS", "read-only"],
  ])("after %s has whole records and takes no more", (code, words) => {
    let writes = 0;
    const write: Disk["write"] = (fd, bytes) => {
      writes += 1;
      if (writes === 3) throw failing(code);
      return writeSync(fd, writes === 2 ? bytes.subarray(0, 5) : bytes);
    };
    const file = new JournalFile(path, disk({ write }));
    file.append('{"a":1}');
    expect(() => file.append('{"a":2}')).toThrow(words);
    expect(() => file.append('{"a":3}')).toThrow("JOURNAL_NOT_WRITTEN");
    expect(readFileSync(path, "utf8")).toBe(toFrame('{"a":1}'));
  });

  it("writes what was added in one write, in order, and before what is appended", () => {
    const writes: number[] = [];
    const write: Disk["write"] = (fd, bytes) => {
      writes.push(bytes.length);
      return writeSync(fd, bytes);
    };
    const file = new JournalFile(path, disk({ write }));
    const large = JSON.stringify({ text: "\u00e9".repeat(20_000) });
    const payloads = ['{"a":1}', '{"a":"\u00e9 \u{1f600}"}', '{"a":3}', large, '{"a":4}'];
    for (const payload of payloads.slice(0, 2)) file.add(payload);
    expect([file.hasAdded, writes.length]).toEqual([true, 0]);
    file.append(payloads[2] ?? "");
    expect([file.hasAdded, writes.length]).toEqual([false, 1]);
    file.add(payloads[3] ?? "");
    file.add(payloads[4] ?? "");
    file.flush();
    file.flush();
    expect(readFileSync(path, "utf8")).toBe(payloads.map(toFrame).join(""));
    expect(writes).toHaveLength(3);
  });

  it("holds only a few back", () => {
    let writes = 0;
    const write: Disk["write"] = (fd, bytes) => {
      writes += 1;
      return writeSync(fd, bytes);
    };
    const file = new JournalFile(path, disk({ write }));
    for (let i = 0; i < 100; i += 1) file.add(`{"a":${i}}`);
    expect(writes).toBe(6);
    file.flush();
    const all = Array.from({ length: 100 }, (_, i) => toFrame(`{"a":${i}}`));
    expect(readFileSync(path, "utf8")).toBe(all.join(""));
  });

  it("cuts off a shared write that fails, and takes no more", () => {
    let writes = 0;
    const write: Disk["write"] = (fd, bytes) => {
      writes += 1;
      if (writes === 3) throw failing("ENOSPC");
      return writeSync(fd, writes === 2 ? bytes.subarray(0, 40) : bytes);
    };
    const file = new JournalFile(path, disk({ write }));
    file.append('{"a":1}');
    for (let i = 2; i < 6; i += 1) file.add(`{"a":${i}}`);
    expect(() => file.flush()).toThrow("the disk is full");
    expect(() => file.add("{}")).toThrow("JOURNAL_NOT_WRITTEN");
    expect(readFileSync(path, "utf8")).toBe(toFrame('{"a":1}'));
  });

  it("says so when it was deleted", () => {
    const file = new JournalFile(path);
    file.append("{}");
    rmSync(dirname(path), { recursive: true });
    expect(() => file.look()).toThrow("the folder was deleted while the run was going on");
    expect(() => file.append("{}")).toThrow("JOURNAL_NOT_WRITTEN");
  });

  it("shares one turn of the disk among all who come while it is busy", async () => {
    let turns = 0;
    const sync: Disk["sync"] = (_, done) => {
      turns += 1;
      setTimeout(done, 5, null);
    };
    const file = new JournalFile(path, disk({ sync }));
    await Promise.all(Array.from({ length: 100 }, () => file.synced()));
    expect(turns).toBe(2);
    file.close();
  });

  it("rejects all who wait when the disk fails, and everything later", async () => {
    const sync: Disk["sync"] = (_, done) => setImmediate(done, failing("EIO"));
    const file = new JournalFile(path, disk({ sync }));
    const all = await Promise.allSettled([file.synced(), file.synced()]);
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(() => file.append("{}")).toThrow("the disk failed");
    file.close();
  });
});
