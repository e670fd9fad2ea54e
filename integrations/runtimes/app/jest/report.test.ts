import { writeFileSync } from "node:fs";
import { test } from "@jest/globals";
import { report } from "../src/report.ts";

test("report", () => {
  writeFileSync(process.env["REPORT"] ?? "", JSON.stringify(report(process.cwd())));
});
