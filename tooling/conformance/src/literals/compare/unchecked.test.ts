import { describe, expect, it } from "vitest";
import { at, problems, rowOf, withLiteral } from "../planting.js";
import { isReadObject } from "../rows/read-json.js";

const row = rowOf("dataset[columns, format]", ({ value }) => isReadObject(value) && value.has("uri"));
const given = {
  ...row,
  decodes: row.value,
  value: new Map([...(row.value as Map<string, never>), ["file_format", "orc"]]),
};

describe("a dataset in another format than that of its type", () => {
  it("is refused by us, where flytekit wrote the format of the type", async () => {
    expect(await problems(given)).toEqual([]);
  });

  it("is a difference, where flytekit wrote another one", async () => {
    const other = withLiteral(given, (literal) => {
      const metadata = at(literal, "scalar", "structured_dataset", "metadata", "structured_dataset_type");
      metadata["format"] = "avro";
    });
    expect(await problems(other)).not.toEqual([]);
  });
});
