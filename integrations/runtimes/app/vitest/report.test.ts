import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { report } from "../src/report.ts";

test("report", () => {
  writeFileSync(process.env["REPORT"] ?? "", JSON.stringify(report(process.cwd())));
});
