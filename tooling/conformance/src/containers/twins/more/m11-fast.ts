import { writeFileSync } from "node:fs";
import { t, task } from "@flytekit-ts/workflow";
import { double } from "./m11-helper.js";

const shape = { inputs: { text: t.string() }, output: t.string() };

export const twice = task({ name: "m11_fast.twice", ...shape }, ({ text }) => double(text));
export const fails = task({ name: "m11_fast.fails", ...shape }, ({ text }): string => {
  throw new Error(`no ${text}`);
});
export const hangs = task(
  { name: "m11_fast.hangs", inputs: { marker: t.string() }, output: t.string() },
  async ({ marker }) => {
    writeFileSync(marker, "");
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    return "";
  },
);
export const prints = task({ name: "m11_fast.prints", ...shape }, ({ text }) => {
  console.log(text, "printed");
  return text;
});
