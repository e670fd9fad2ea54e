import { encode } from "@flytekit-ts/models";
import { DescriptionEntity, DescriptionFormat } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { toIdlDescription } from "./description.js";

const { DESCRIPTION_FORMAT_MARKDOWN, DESCRIPTION_FORMAT_HTML, DESCRIPTION_FORMAT_RST } = DescriptionFormat;
const long = (value: string, format: DescriptionFormat) => ({
  content: { $case: "value", value },
  format,
  iconLink: "",
});

describe("toIdlDescription", () => {
  it("is none without docs", () => {
    expect(toIdlDescription(undefined)).toBeUndefined();
  });

  it("takes a string as the short description", () => {
    expect(toIdlDescription("What it does.")).toEqual({
      id: undefined,
      shortDescription: "What it does.",
      longDescription: undefined,
      sourceCode: undefined,
      tags: [],
    });
  });

  it.each([
    [undefined, DESCRIPTION_FORMAT_MARKDOWN],
    ["markdown", DESCRIPTION_FORMAT_MARKDOWN],
    ["html", DESCRIPTION_FORMAT_HTML],
    ["rst", DESCRIPTION_FORMAT_RST],
  ] as const)("says that the long one is written in %s", (format, idlFormat) => {
    expect(toIdlDescription({ long: "More.", format })).toMatchObject({
      shortDescription: "",
      longDescription: long("More.", idlFormat),
    });
  });

  it("links to the source", () => {
    expect(toIdlDescription({ short: "s", link: "https://example.com" })?.sourceCode).toEqual({
      link: "https://example.com",
    });
  });

  it("is a message that can be written and read", () => {
    const description = toIdlDescription({ short: "s", long: "l", link: "https://example.com" });
    expect(description && DescriptionEntity.decode(encode(DescriptionEntity, description))).toEqual(
      description,
    );
  });
});
