import { t, task } from "@flytekit-ts/core";
import { expectTypeOf } from "vitest";
import { dataset } from "../src/entries/index.js";

const wide = dataset({ columns: { id: t.int(), name: t.string(), score: t.optional(t.float()) } });
const narrow = dataset({ columns: { id: t.int() } });
const csvOnly = dataset({ columns: { id: t.int() }, format: "csv" });
const parquetOnly = dataset({ columns: { id: t.int() }, format: "parquet" });

// A task receives rows with the types of the columns, and gives rows of them.
task({ name: "a", inputs: { all: wide }, output: wide }, async ({ all }) => {
  for await (const row of all.rows()) {
    expectTypeOf(row.id).toEqualTypeOf<number>();
    expectTypeOf(row.name).toEqualTypeOf<string>();
    expectTypeOf(row.score).toEqualTypeOf<number | undefined>();
    // @ts-expect-error a column that is not declared
    expectTypeOf(row.zip).toBeUnknown();
  }
  return [{ id: 1, name: "a" }];
});
task({ name: "b", output: narrow }, () => [{ id: 1 }].values());
task({ name: "c", output: narrow }, () => "s3://bucket/t.csv");
task({ name: "d", inputs: { all: narrow }, output: narrow }, ({ all }) => all);

// @ts-expect-error a value of another type
task({ name: "e", output: narrow }, () => [{ id: "1" }]);
// @ts-expect-error a column that is missing
task({ name: "f", output: wide }, () => [{ id: 1 }]);
// @ts-expect-error no rows
task({ name: "g", output: narrow }, () => 3);
// @ts-expect-error no type for a column
dataset({ columns: { id: "int" } });
// @ts-expect-error an option that is none
dataset({ column: {} });

const takesNarrow = task({ name: "h", inputs: { all: narrow } }, () => {});
const takesWide = task({ name: "i", inputs: { all: wide } }, () => {});
const takesCsv = task({ name: "j", inputs: { all: csvOnly } }, () => {});
const givesWide = task({ name: "k", output: wide }, () => []);
const givesNarrow = task({ name: "l", output: narrow }, () => []);
const givesParquet = task({ name: "m", output: parquetOnly }, () => []);

export function body(): void {
  // More columns than are read, and any format.
  takesNarrow({ all: givesWide({}) });
  takesCsv({ all: givesNarrow({}) });
  takesNarrow({ all: givesParquet({}) });
  // @ts-expect-error columns are missing
  takesWide({ all: givesNarrow({}) });
  // @ts-expect-error another format
  takesCsv({ all: givesParquet({}) });
}
