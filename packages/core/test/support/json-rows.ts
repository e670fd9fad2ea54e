import type { DatasetFile, DatasetFormat, DatasetRow } from "../../src/types/dataset-format.js";

/** A format for tests: a row of JSON on each line, in batches of two. Only the names of columns count. */
export const jsonRows: DatasetFormat = {
  name: "rows",
  extensions: ["rows"],
  fileName: "part.rows",
  async *read(file, columns) {
    const rows = (await textOf(file)).split("\n").filter((line) => line !== "");
    for (let i = 0; i < rows.length; i += 2) {
      yield rows.slice(i, i + 2).map((line) => {
        const row = JSON.parse(line) as DatasetRow;
        if (columns === undefined) return row;
        return Object.fromEntries(columns.map(({ name }) => [name, row[name]]));
      });
    }
  },
  async *write(rows) {
    for await (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
  },
};

async function textOf(file: DatasetFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
