import { DescriptionFormat, type DescriptionEntity } from "@flytekit-ts/models/admin";
import type { Docs } from "@flytekit-ts/core";

const FORMATS = {
  markdown: DescriptionFormat.DESCRIPTION_FORMAT_MARKDOWN,
  html: DescriptionFormat.DESCRIPTION_FORMAT_HTML,
  rst: DescriptionFormat.DESCRIPTION_FORMAT_RST,
} as const;

/** Documentation as IDL; none where the author wrote none. */
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
