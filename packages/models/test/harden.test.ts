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

describe("harden, for the messages of a workflow's graph", () => {
  const codec = (name: string, limit = 100) => `${header}  $type: "flyteidl.core.${name}" as const,

  encode() {},

  decode() {
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= ${limit}) {
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        reader.skip(tag & 7);
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
  },

  create() {},
`;

  it("counts their depth apart, up to 500", () => {
    const hardened = harden(codec("IfBlock"), "../codec");
    expect(hardened.match(/__graphDecodeDepth/g)).toHaveLength(3);
    expect(hardened).not.toContain("__tsProtoDecodeDepth");
    expect(hardened).toContain("previousRecursionDepth >= 500)");
  });

  it("counts that of other messages as it is", () => {
    expect(harden(codec("Literal"), "../codec")).not.toContain("__graphDecodeDepth");
  });

  it("refuses a decoder that counts in another way", () => {
    expect(() => harden(codec("IfBlock", 64), "../codec")).toThrow("IfBlock: its decoder counts");
  });
});
