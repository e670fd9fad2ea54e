import type { DescriptionEntity, DescriptionFormat } from "@flytekit-ts/models/admin";
import type { Docs } from "@flytekit-ts/core";

// Enum numbers of the IDL, written out: importing the generated enum would load the whole admin service. The types
// make sure that the numbers are right.
const FORMATS: {
  readonly markdown: DescriptionFormat.DESCRIPTION_FORMAT_MARKDOWN;
  readonly html: DescriptionFormat.DESCRIPTION_FORMAT_HTML;
  readonly rst: DescriptionFormat.DESCRIPTION_FORMAT_RST;
} = { markdown: 1, html: 2, rst: 3 };

/** Documentation as IDL; `undefined` if the author wrote none. */
export function toIdlDescription(docs: Docs | undefined): DescriptionEntity | undefined {
  if (docs === undefined) return undefined;
  const { short = "", long, format = "markdown", link } = typeof docs === "string" ? { short: docs } : docs;
  return {
    id: undefined,
    shortDescription: short,
    longDescription:
      long === undefined
        ? undefined
        : { content: { $case: "value", value: long }, format: FORMATS[format], iconLink: "" },
    sourceCode: link === undefined ? undefined : { link },
    tags: [],
  };
}
