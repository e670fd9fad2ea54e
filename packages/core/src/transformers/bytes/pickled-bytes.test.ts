import { describe, expect, it } from "vitest";

import { pickleBytes } from "./pickled-bytes.js";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const of = (size: number): Uint8Array => pickleBytes(new Uint8Array(size).fill(120));

// What cloudpickle.dumps(b"x" * size) begins and ends with.
describe("pickleBytes", () => {
  it("writes what Python writes, byte for byte", () => {
    expect(hex(pickleBytes(new TextEncoder().encode("ab")))).toBe("800595060000000000000043026162942e");
    expect(hex(of(0))).toBe("80059504000000000000004300942e");
    expect(hex(of(300)).slice(0, 34)).toBe("8005953301000000000000422c01000078");
    expect([hex(of(65_530)).slice(0, 32), of(65_530).length]).toEqual([
      "800595010001000000000042faff0000",
      65_548,
    ]);
    expect([hex(of(65_536)).slice(0, 16), of(65_536).length]).toEqual(["8005420000010078", 65_545]);
    expect(hex(of(65_536)).slice(-6)).toBe("78942e");
  });
});
