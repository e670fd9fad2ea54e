import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SecretMasker } from "./secret-masker.js";

function masker(...values: readonly (string | Uint8Array)[]): SecretMasker {
  const made = new SecretMasker();
  for (const value of values) made.add(value);
  return made;
}

describe("a masker", () => {
  it("hides each value, however often it stands there", () => {
    const { mask, isEmpty } = { mask: (text: string) => masker("hunter2").mask(text), isEmpty: false };
    expect(mask("hunter2, hunter2hunter2 and Hunter2")).toBe("***, *** and Hunter2");
    expect(masker().isEmpty).toBe(true);
    expect(masker("hunter2").isEmpty).toBe(isEmpty);
    expect(masker("abc", "  a ", "").isEmpty).toBe(true);
  });

  it("leaves nothing of values that overlap", () => {
    expect(masker("abcdef", "defxyz").mask("-abcdefxyz-")).toBe("-***-");
    expect(masker("secret", "secrets").mask("secrets secret")).toBe("*** ***");
    expect(masker("aaaa").mask("aaaaaaa")).toBe("***");
    expect(masker("abcd", "efgh").mask("abcdefgh")).toBe("***");
  });

  it("knows how a value is written elsewhere", () => {
    const value = 'p"a&s s\\w';
    const { mask } = { mask: (text: string) => masker(value).mask(text) };
    expect(mask(JSON.stringify({ value }))).toBe('{"value":"***"}');
    expect(mask(`https://u:${encodeURIComponent(value)}@h`)).toBe("https://u:***@h");
    expect(mask("<b>p&quot;a&amp;s s\\w</b>")).toBe("<b>***</b>");
  });

  it("hides each line, and each string of JSON", () => {
    const key = "-----BEGIN KEY-----\nMIIabc\r\nxyz\n-----END KEY-----\n";
    expect(masker(key).mask("MIIabc xyz")).toBe("*** xyz");
    const json = JSON.stringify({ user: "root", login: { password: "pa55", lines: "one1\ntwo2" }, n: 3 });
    expect(masker(json).mask("root pa55 one1 two2 3")).toBe("*** *** *** *** 3");
    expect(masker("{not json").mask("{not json")).toBe("***");
    expect(masker(new TextEncoder().encode(" bytes\n")).mask("bytes")).toBe("***");
  });

  it("masks data with all its texts", () => {
    const data = { list: ["hunter2", 3, null], deep: { hunter2: true, text: "a hunter2" } };
    expect(masker("hunter2").maskData(data)).toEqual({
      list: ["***", 3, null],
      deep: { "***": true, text: "a ***" },
    });
    expect(masker().maskData(data)).toBe(data);
  });

  it("never leaves a value", () => {
    const value = fc.string({ minLength: 4, maxLength: 12 }).filter((text) => text.trim().length >= 4);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 4 }),
        fc.array(fc.string()),
        (values, others) => {
          const text = [...others, ...values, ...values.toReversed()].join("");
          const masked = masker(...values).mask(text);
          for (const each of values) if (!each.includes("*")) expect(masked).not.toContain(each.trim());
        },
      ),
    );
  });
});
