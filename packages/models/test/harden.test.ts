import { describe, expect, it } from "vitest";

import { harden } from "../scripts/harden.js";

const header = "/* eslint-disable */\n";
const encoder = `    switch (message.value?.$case) {
      case "blob":
        break;
    }
`;
const decoder = `${encoder}const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
        const previousRecursionDepth = 0;
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        reader.skip(tag & 7);
      return message;
    } finally {`;

describe("harden", () => {
  it("rewrites map loops and decoders, and imports what they call", () => {
    const hardened = harden(`${header}message.literals.forEach((value, key) => {\n${decoder}`, "../codec");
    expect(hardened).toContain("inKeyOrder(message.literals).forEach((value, key) => {");
    expect(hardened).toContain("throw illegalTag(reader, tag);");
    expect(hardened).toContain("assertMessageEnd(reader, end);\n      return message;");
    expect(hardened).toContain(": new StrictReader(input);");
    expect(hardened).toContain(
      '        break;\n      default:\n        assertNoCase(message.value, "value");\n    }',
    );
    expect(hardened.match(/import \{ \w+ \} from "\.\.\/codec\/[\w-]+\.js";/g)).toHaveLength(5);
  });

  it("leaves a file without messages as it is", () => {
    expect(harden(`${header}export const X = 1;\n`, "../codec")).toBe(`${header}export const X = 1;\n`);
  });

  it.each([
    ["inKeyOrder", "message.literals.forEach(([key, value]) => {"],
    ["inKeyOrder", "message.value?.literals.forEach((value, key) => {"],
    ["assertMessageEnd", decoder.replace("return message;", "return result;")],
    ["illegalTag", decoder.replace("tag === 0", "tag < 1")],
    ["StrictReader", decoder.replace("? input :", "? input:")],
    ["assertNoCase", decoder.replace("    }\n", "    };\n").replace("    };", "   }")],
  ])("refuses code in which %s would miss a place", (name, source) => {
    expect(() => harden(header + source, "../codec")).toThrow(`${name}: 1 places expected, 0 found`);
  });

  it("refuses a file that it cannot import into", () => {
    expect(() => harden(decoder, "../codec")).toThrow("no place for imports");
  });
});
