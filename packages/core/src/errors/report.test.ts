import { describe, expect, it } from "vitest";

import * as errors from "../errors.js";
import { placeOfModule } from "../source/source-location.js";
import type { FlytekitError } from "./flytekit-error.js";
import { attempt, refuse, reportTo } from "./report.js";

const place = placeOfModule("file:///author.ts");
const fail = (error: unknown) => (): never => {
  throw error;
};

describe("attempt", () => {
  it("gives what was made, and reports nothing", () => {
    const reported: unknown[] = [];
    expect(
      attempt(
        () => 3,
        0,
        (error) => void reported.push(error),
      ),
    ).toBe(3);
    expect(reported).toEqual([]);
  });

  it("gives something else for what throws, which is reported", () => {
    const reported: unknown[] = [];
    expect(attempt(fail("a text"), 0, (error) => void reported.push(error))).toBe(0);
    expect(reported).toEqual(["a text"]);
  });

  it("throws where nothing else was asked for", () => {
    expect(() => attempt(fail(new RangeError("from the author")), 0, refuse)).toThrow("from the author");
  });
});

describe("reportTo", () => {
  it("keeps errors of ours, at the place unless they have one", () => {
    const faults: FlytekitError[] = [];
    const report = reportTo({ faults }, place);
    const params = { code: "x" } as never;
    report(errors.UNREACHABLE(params));
    report(errors.UNREACHABLE(params, { location: { file: "other.ts", line: 1, column: 2 } }));
    expect(faults.map(({ location }) => location?.file)).toEqual(["/author.ts", "other.ts"]);
  });

  it("throws what is not ours", () => {
    const faults: FlytekitError[] = [];
    expect(() => reportTo({ faults }, place)(new RangeError("from the author"))).toThrow(RangeError);
    expect(faults).toEqual([]);
  });
});
