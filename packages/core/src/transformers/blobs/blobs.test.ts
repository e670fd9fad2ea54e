import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { beforeAll, describe, expect, it } from "vitest";

import { refusal, rejection } from "../../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  inUnion,
  packed,
  struct,
  toLiteral,
  transformerOf,
} from "../../../test/support/convert.js";
import { localStore } from "../../files/local-store.js";
import { flyteDirectory, flyteFile } from "../../makers/flyte-file.js";
import { t } from "../../makers/t.js";
import { runtimeType } from "../../types/runtime-type.js";
import type { FlyteFile } from "../../types/kinds/handles.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "blobs-"));
  mkdirSync(join(folder, "d"));
  writeFileSync(join(folder, "a b#%20?.csv"), "x,y");
  symlinkSync(join(folder, "absent"), join(folder, "broken"));
});

const uriOf = (literal: ReturnType<typeof toLiteral>): unknown => {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  return scalar?.$case === "blob" ? scalar.value : undefined;
};

describe("t.file", () => {
  it("has flytekit's literal type and tag", () => {
    const { literalType, tag, words } = transformerOf(t.file("csv"));
    expect(literalType.type).toEqual({ $case: "blob", value: { format: "csv", dimensionality: 0 } });
    expect([tag, words, transformerOf(t.file()).words]).toEqual(["FlyteFilePath", "file (csv)", "file"]);
  });

  it.each([".csv", "~.csv", "..csv", " csv "])("takes %j for csv", (format) => {
    expect(transformerOf(t.file(format)).literalType).toEqual(transformerOf(t.file("csv")).literalType);
  });

  it.each([["."], ["a/b"], ["a b"], [5], [null], ["csv\0"]])("refuses the format %j", (format) => {
    expect(refusal(() => t.file(format as string))).toMatch(
      /^OPTION_INVALID: The option `format` of t.file takes/,
    );
    expect(refusal(() => t.directory(format as string))).toMatch(/^OPTION_INVALID: .* t.directory takes/);
  });

  it("writes remote URIs as they are", () => {
    for (const uri of ["s3://b/a b%20#?.csv", "S3://b/x", "https://h/x?key=1"]) {
      expect(uriOf(toLiteral(t.file("csv"), uri))).toEqual({
        uri,
        metadata: { type: { format: "csv", dimensionality: 0 } },
      });
    }
    expect(uriOf(toLiteral(t.file(), new URL("s3://b/x y")))).toMatchObject({ uri: "s3://b/x%20y" });
  });

  it("writes local paths as they are, and the paths of file URLs", () => {
    const path = join(folder, "a b#%20?.csv");
    expect(uriOf(toLiteral(t.file(), path))).toMatchObject({ uri: path });
    expect(uriOf(toLiteral(t.file(), pathToFileURL(path)))).toMatchObject({ uri: path });
    expect(uriOf(toLiteral(t.file(), pathToFileURL(path).href))).toMatchObject({ uri: path });
    expect(uriOf(toLiteral(t.file(), "package.json"))).toMatchObject({ uri: "package.json" });
  });

  it("keeps the metadata of a file, which may have any name", () => {
    const metadata = { origin: "export", ["__proto__"]: "x" };
    const literal = toLiteral(t.file(), flyteFile("s3://b/x", { metadata }));
    expect(literal.metadata).toEqual(new Map(Object.entries(metadata)));
    const back = fromLiteral(t.file(), literal) as FlyteFile;
    expect(new Map(Object.entries(back.metadata ?? {}))).toEqual(literal.metadata);
    expect(back).toMatchObject({ uri: "s3://b/x", format: "" });
  });

  it("refuses what is not there, or is something else", () => {
    const given = (value: unknown): string => refusal(() => toLiteral(t.file("csv"), value));
    expect(given("no/such.csv")).toBe(
      "VALUE_TYPE_MISMATCH: The value should be file (csv), but was a path to nothing (no/such.csv).",
    );
    expect(given(folder)).toBe(
      `VALUE_TYPE_MISMATCH: The value should be file (csv), but was a directory (${folder}).`,
    );
    expect(given(join(folder, "broken"))).toContain("was a link to something that does not exist (");
    expect(given("")).toContain("was an empty string.");
    expect(given("a\ud800")).toContain("was a path that cannot be used (");
    expect(given("a\0b")).toContain("was a path that cannot be used (");
    expect(given("file://data/x.csv")).toContain("was a path that cannot be used (");
    expect(given(flyteFile("s3://b/x", { format: "json" }))).toContain("was a file (json).");
    expect(given(flyteDirectory("s3://b/x"))).toContain("was a directory.");
    expect(given(new Uint8Array(2))).toContain("was bytes.");
    expect(given(new Blob(["x"]).stream())).toContain("was a stream.");
    expect(given(5)).toContain("was the number 5.");
    expect(given(undefined)).toContain("was nothing.");
    expect(given(["s3://b/x"])).toContain("was an array.");
    expect(given({ path: "s3://b/x" })).toContain("was an object.");
  });

  it("reads blobs of any format, the record form, and console input", () => {
    const literal = toLiteral(t.file("json"), "s3://b/x");
    expect(fromLiteral(t.file(), literal)).toMatchObject({ uri: "s3://b/x", format: "json" });
    expect(fromLiteral(t.file("csv"), literal)).toMatchObject({ uri: "s3://b/x", format: "csv" });
    expect(fromLiteral(t.file("csv"), inUnion(literal))).toMatchObject({ uri: "s3://b/x" });
    const path = "81a470617468a873333a2f2f622f78";
    expect(fromLiteral(t.file("csv"), packed(path))).toMatchObject({ uri: "s3://b/x", format: "csv" });
    expect(fromLiteral(t.file(), struct({ path: "s3://b/x", metadata: { a: "b" } }))).toMatchObject({
      uri: "s3://b/x",
      metadata: { a: "b" },
    });
    expect(fromLiteral(t.file(), struct({ path: "s3://b/x", metadata: null }))).not.toHaveProperty(
      "metadata",
    );
  });

  it("reads file:// URIs of literals as URLs, and as they are written", async () => {
    const path = join(folder, "a b#%20?.csv");
    for (const uri of [
      pathToFileURL(path).href,
      `file://${folder}/a b#%2520?.csv`,
      `file://localhost${folder}/a b#%2520?.csv`,
    ]) {
      const literal = toLiteral(t.file(), flyteFile("s3://b/x"));
      const blob = { uri, metadata: { type: { format: "", dimensionality: 0 as const } } };
      const file = fromLiteral(t.file(), {
        ...literal,
        value: { $case: "scalar", value: { value: { $case: "blob", value: blob } } },
      }) as FlyteFile;
      expect([file.uri, await file.path(), await file.text()]).toEqual([uri, path, "x,y"]);
    }
  });

  it("refuses wrong literals", () => {
    const read = (literal: ReturnType<typeof packed>): string =>
      refusal(() => fromLiteral(t.file(), literal));
    expect(read(toLiteral(t.directory(), "s3://b/x"))).toContain("should be file, but was a directory.");
    expect(read(toLiteral(t.string(), "s3://b/x"))).toContain("should be file, but was a string literal.");
    expect(read(packed("80"))).toContain("should be file, but was a record without a path.");
    expect(read(packed("81a47061746805"))).toContain(
      ".path should be string, but was the MessagePack int 5.",
    );
    expect(read(packed("81a470617468a0"))).toContain("a record without a path");
    expect(read(struct({ path: "s3://b/x", metadata: { a: 5 } }))).toContain(".metadata.a should be string");
  });
});

describe("t.directory", () => {
  it("has flytekit's literal type and tag", () => {
    const { literalType, tag, words } = transformerOf(t.directory("parquet"));
    expect(literalType.type).toEqual({ $case: "blob", value: { format: "parquet", dimensionality: 1 } });
    expect([tag, words]).toEqual(["FlyteDirectory", "directory (parquet)"]);
  });

  it("takes a path, a URL and a directory, and refuses others", () => {
    expect(uriOf(toLiteral(t.directory(), join(folder, "d")))).toMatchObject({ uri: join(folder, "d") });
    expect(uriOf(toLiteral(t.directory(), flyteDirectory("gs://b/d")))).toMatchObject({ uri: "gs://b/d" });
    const given = (value: unknown): string => refusal(() => toLiteral(t.directory(), value));
    expect(given(join(folder, "a b#%20?.csv"))).toContain("should be directory, but was a file (");
    expect(given(flyteFile("s3://b/x"))).toContain("was a file.");
    expect(given(new Uint8Array(2))).toContain("was an object of class Uint8Array.");
  });
});

describe("files in unions", () => {
  const either = t.union([t.file("csv"), t.directory(), t.int()]);
  const tagOf = async (value: unknown): Promise<unknown> => {
    const { transformer } = runtimeType(either, "the test");
    const storing = transformer.storing?.(value);
    const literal = transformer.toLiteral(storing === undefined ? value : await storing(localStore()));
    const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
    return scalar?.$case === "union" ? scalar.value.type?.structure?.tag : undefined;
  };

  it("are told apart by what is at the path", async () => {
    expect(await tagOf(join(folder, "a b#%20?.csv"))).toBe("FlyteFilePath");
    expect(await tagOf(folder)).toBe("FlyteDirectory");
    expect(await tagOf(new Uint8Array(2))).toBe("FlyteFilePath");
    expect(await tagOf(flyteDirectory("s3://b/d"))).toBe("FlyteDirectory");
    expect(await tagOf(5)).toBe("int");
  });

  it("are ambiguous where nothing tells, and refused where nothing fits", async () => {
    expect(await rejection(tagOf("s3://b/x"))).toMatchObject({ code: "UNION_AMBIGUOUS" });
    expect(await rejection(tagOf("no/such/path"))).toMatchObject({ code: "VALUE_TYPE_MISMATCH" });
    expect(await rejection(tagOf(flyteFile("s3://b/x", { format: "json" })))).toMatchObject({
      code: "VALUE_TYPE_MISMATCH",
    });
  });

  it("are strings where a string is a variant", () => {
    const literal = toLiteral(t.union([t.string(), t.file()]), "s3://bucket/x");
    expect(fromLiteral(t.union([t.string(), t.file()]), literal)).toBe("s3://bucket/x");
  });
});

describe("files in records", () => {
  const doc = t.struct("Doc", { file: t.file(), folder: t.optional(t.directory()) });

  it("are flytekit's bytes", () => {
    const value = { file: "s3://bucket/a.txt", folder: "s3://bucket/d" };
    expect(hexOf(toLiteral(doc, value))).toBe(
      "82a466696c6581a470617468b173333a2f2f6275636b65742f612e747874a6666f6c64657281a470617468ad73333a2f2f6275636b65742f64",
    );
    expect(fromLiteral(doc, toLiteral(doc, value))).toMatchObject({
      file: { uri: "s3://bucket/a.txt" },
      folder: { uri: "s3://bucket/d" },
    });
  });

  it("keep their metadata", () => {
    const file = flyteFile("s3://b/x", { metadata: { a: "b" } });
    const back = fromLiteral(doc, toLiteral(doc, { file })) as { file: FlyteFile };
    expect(back.file.metadata).toEqual({ a: "b" });
  });

  it("have flytekit's schema", () => {
    expect(transformerOf(doc).jsonSchema).toMatchObject({
      properties: {
        file: { title: "FlyteFile" },
        folder: { anyOf: [{ title: "FlyteDirectory" }, { type: "null" }] },
      },
      required: ["file"],
    });
  });
});
