import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { report } from "../src/report.ts";

test("report", () => {
  writeFileSync(process.env["REPORT"] ?? "", JSON.stringify(report(process.cwd())));
});
