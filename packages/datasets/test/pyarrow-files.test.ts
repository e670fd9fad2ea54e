import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parquet } from "../src/formats/parquet.js";
import { fileOf } from "./support/file-of.js";
import { rowsOf } from "./support/rows-of.js";
import { natural, said } from "./support/said.js";

const folder = new URL("fixtures/", import.meta.url);
const expected = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")) as Record<
  string,
  unknown[]
>;
const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`parquet/${name}.parquet`, folder)));

describe("files of pyarrow and pandas", () => {
  it.each(Object.keys(expected).filter((name) => !/decimal|time$/.test(name)))(
    "%s is read exactly",
    async (name) => {
      const rows = await rowsOf(parquet, fileOf(bytesOf(name)));
      expect(rows.map(said)).toEqual(expected[name]?.map(natural));
    },
  );
});
