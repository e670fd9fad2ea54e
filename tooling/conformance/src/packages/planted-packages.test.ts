import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { encode } from "@flytekit-ts/models";
import { TaskSpec } from "@flytekit-ts/models/admin";
import { packageEntities } from "@flytekit-ts/runtime/package";
import { describe, expect, it } from "vitest";
import { compareArchive, comparePackage } from "./compare-package.js";
import { readTar, type TarMember } from "./flytectl/read-tar.js";
import { register } from "./flytectl/register.js";
import { type PackageRow, readPackageRows, RECORDED_PACKAGES, type RecordedMember } from "./package-row.js";
import { packageTwins } from "./package-twins.js";

const read = readPackageRows(RECORDED_PACKAGES);
const rows = "rows" in read ? read.rows : [];
const rowOf = (id: string): PackageRow => rows.find((row) => row.id === id) ?? (rows[0] as PackageRow);
const problemsOf = async (row: PackageRow) => (await comparePackage(row, packageTwins[row.id])).problems;

/** A row with one member of its archive changed. */
function changed(id: string, suffix: string, change: (member: RecordedMember) => RecordedMember): PackageRow {
  const row = rowOf(id);
  return {
    ...row,
    package: (row.package ?? []).map((each) => (each.name.endsWith(suffix) ? change(each) : each)),
  };
}

function inTask({ pb = "", ...rest }: RecordedMember, change: (spec: TaskSpec) => void): RecordedMember {
  const spec = TaskSpec.decode(Buffer.from(pb, "base64"));
  change(spec);
  return { ...rest, pb: Buffer.from(encode(TaskSpec, spec)).toString("base64") };
}

describe("a difference in a package", () => {
  it.each<[string, PackageRow, RegExp]>([
    [
      "of the image",
      changed("many", "heavy_1.pb", (member) =>
        inTask(member, ({ template }) => {
          if (template?.target?.$case === "container") template.target.value.image = "other:1";
        }),
      ),
      /image: ours example\.com\/gpu@/,
    ],
    [
      "of a message",
      changed("many", "twice_1.pb", (member) =>
        inTask(member, ({ template }) => {
          if (template?.metadata) template.metadata.discoverable = true;
        }),
      ),
      /discoverable/,
    ],
    [
      "of what a dynamic carries",
      changed("many", "fan_1.pb", (member) => ({
        ...member,
        settings: { ...member.settings, env: { A: "2" } },
      })),
      /_F_SS_C/,
    ],
    [
      "of an id",
      changed("linear", "2_flows.main.measure_2.pb", ({ flytectl, ...member }) => ({
        ...member,
        flytectl: { ...flytectl, ids: flytectl?.ids.slice(1) ?? [] },
      })),
      /recorded ids/,
    ],
    [
      "of the arguments",
      changed("linear-copy-all", "clean_1.pb", ({ flytectl, ...member }) => ({
        ...member,
        flytectl: {
          ids: flytectl?.ids ?? [],
          args: flytectl?.args?.map((word) => word.replace("/root", "/")) ?? [],
        },
      })),
      /arguments: ours/,
    ],
    [
      "of the order",
      { ...rowOf("linear"), flytectlOrder: [...(rowOf("linear").flytectlOrder ?? [])].reverse() },
      /^members: ours/,
    ],
    [
      "of a file of the code",
      changed("one-file-copy-all", ".tar.gz", ({ members = [], ...member }) => ({
        ...member,
        members: members.map((each) => (each.name === "run.sh" ? { ...each, mode: "644" } : each)),
      })),
      /only ours: .*"mode":"755"/,
    ],
    [
      "of the project, and so of the digest",
      { ...rowOf("one-file-copy-all"), project: { ...rowOf("one-file-copy-all").project, "more.py": "" } },
      /members: ours 0_app\.only_1\.pb, fast/,
    ],
    ["of what is refused", { ...rowOf("bad-env"), argv: rowOf("linear").argv }, /flytekit made no package/],
  ])("%s is named", async (_what, row, problem) => {
    expect((await problemsOf(row)).join("\n")).toMatch(problem);
  });

  it("is that there is no twin", async () => {
    expect((await comparePackage(rowOf("linear"), undefined)).problems).toEqual([
      "there is no twin of this project",
    ]);
  });
});

/** What goes into a tar. */
interface Member {
  readonly name: string;
  readonly content: Uint8Array;
  readonly type?: string;
  readonly mode?: string;
}

/** A tar of members, written by hand. */
function tarOf(members: readonly Member[]): Buffer {
  const blocks = members.flatMap(({ name, content, type = "0", mode = "0000644" }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${mode}\0`, 100);
    for (const at of [108, 116]) header.write("0000000\0", at);
    header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write("00000000000\0", 136);
    header.write("        ", 148);
    header.write(type, 156);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, content, Buffer.alloc(-content.length & 511)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

const FLAGS = { project: "p", domain: "d", version: "v", uploadTo: "s3://b/code.tar.gz" };

describe("what reads archives as flytectl does", () => {
  const settings = {
    image: "a:1",
    resolver: { location: "a#b", loaderArgs: () => [], loadTask: () => Promise.reject(new Error("no")) },
  };
  const code = { files: [{ path: "a.ts", content: Buffer.from("1") }], destination: "{{ .dest_dir }}" };
  const made = packageEntities(packageTwins["many"]?.entities ?? [], {
    ...settings,
    images: { gpu: "b:1" },
    code,
  });
  const members = async (): Promise<readonly TarMember[]> => readTar(gunzipSync((await made).bytes));

  it("takes ours, in order, and fills in what was open", async () => {
    const { entities, upload } = register((await made).bytes, FLAGS);
    expect(entities.map(({ file }) => file)).toEqual((await made).members.map(({ name }) => name));
    for (const { id } of entities) expect(id).toMatchObject({ project: "p", domain: "d", version: "v" });
    expect(JSON.stringify(entities[0])).toContain('"s3://b/code.tar.gz","--dest-dir","."');
    expect(readTar(upload?.tar ?? new Uint8Array()).map(({ name }) => name)).toEqual(["a.ts"]);
  });

  const nothing = Buffer.of();
  it.each<[string, (all: readonly Member[]) => readonly Member[], RegExp]>([
    ["a name of no kind", () => [{ name: "a.txt", content: nothing }], /invalid files: a\.txt/],
    ["a number of no kind", () => [{ name: "a_4.pb", content: nothing }], /invalid files/],
    ["a folder", (all) => [...all, { name: "x", content: nothing, type: "5" }], /files and folders/],
    ["a name with a folder", () => [{ name: "x/a_1.pb", content: nothing }], /invalid files/],
    ["two code archives", (all) => [...all, { name: "fast.tar.gz", content: nothing }], /more than one/],
    ["nothing", () => [], /nothing to register/],
    ["a task as a plan", ([first]) => [{ name: "a_3.pb", content: first?.content ?? nothing }], /a_3\.pb/],
    ["an empty message", () => [{ name: "a_1.pb", content: nothing }], /a_1\.pb has no id/],
  ])("refuses %s", async (_what, change, problem) => {
    const all = (await members()).map(({ name, content }) => ({ name, content }));
    expect(() => register(tarOf(all), FLAGS)).not.toThrow();
    expect(() => register(tarOf(change(all)), FLAGS)).toThrow(problem);
  });

  it("refuses an archive that is damaged", async () => {
    const tar = gunzipSync((await made).bytes);
    tar[0] = 0x58;
    expect(() => register(tar, FLAGS)).toThrow(/checksum/);
    const all = (await members()).map(({ name, content }) => ({ name, content }));
    const cut = gunzipSync(tarOf(all)).subarray(0, 700);
    expect(() => register(cut, FLAGS)).toThrow(/ends inside/);
  });
});

describe("compareArchive", () => {
  it("sees the permissions of members", async () => {
    const settings = { image: "example.com/image:v1", root: join(import.meta.dirname, "twins") };
    const { bytes } = await packageEntities(packageTwins["one-file"]?.entities ?? [], settings);
    const all = readTar(gunzipSync(bytes)).map(({ name, content }) => ({ name, content }));
    const row = rowOf("one-file");
    expect(compareArchive({ bytes: tarOf(all) }, row)).toEqual([]);
    expect(compareArchive({ bytes: tarOf(all.map((each) => ({ ...each, mode: "0000600" }))) }, row)).toEqual([
      "0_app.only_1.pb: it is no file with the permissions 644",
    ]);
  });
});
