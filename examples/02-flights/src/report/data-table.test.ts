import { describe, expect, it } from "vitest";
import { dataTable } from "./data-table.js";

describe("dataTable", () => {
  it("has heads for columns and rows, and a name", () => {
    const { html } = dataTable({ columns: ["Hour", "Flights"], rows: [["05:00", "<1"]] }, "Delay");
    expect(html).toContain('<th scope="col">Hour</th><th scope="col">Flights</th>');
    expect(html).toContain('<tr><th scope="row">05:00</th><td>&lt;1</td></tr>');
    expect(html).toContain("<caption>Delay</caption>");
  });
});
