import { describe, expect, it } from "vitest";
import { isWhole, parseQuantity, quantityText, wholeUnits } from "./quantity.js";

describe("parseQuantity", () => {
  it.each([
    ["500m", "500m", 1n],
    ["0.5", "500m", 1n],
    ["1500m", "1500m", 2n],
    ["2", "2", 2n],
    ["2000", "2k", 2000n],
    ["1.5Gi", "1536Mi", 1_610_612_736n],
    ["1024Mi", "1Gi", 1_073_741_824n],
    ["0", "0", 0n],
    ["1e3", "1e3", 1000n],
    ["20E2", "2e3", 2000n],
    ["1000e-3", "1", 1n],
    ["+2", "+2", 2n],
    ["1.500", "1.500", 2n],
    ["0.500", "500m", 1n],
    ["+8Mi", "8Mi", 8_388_608n],
    ["+9Mi", "+9Mi", 9_437_184n],
    ["0Mi", "0", 0n],
  ])("reads %s, which is %s and %s whole units", (text, shown, units) => {
    const quantity = parseQuantity(text);
    expect(quantity && [quantityText(quantity), wholeUnits(quantity)]).toEqual([shown, units]);
  });

  it.each(["1core", "", "1 Gi", "--1"])("takes %j for none", (text) =>
    expect(parseQuantity(text)).toBeUndefined(),
  );

  it("knows what is whole", () => {
    expect([parseQuantity("2"), parseQuantity("1.5")].map((each) => each && isWhole(each))).toEqual([
      true,
      false,
    ]);
  });
});
