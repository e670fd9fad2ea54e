import { expect, it } from "vitest";
import { parseFlyteUrl } from "./flyte-url.js";

const executionId = { project: "p", domain: "d", name: "e", org: "" };
const node = { nodeId: "n0", executionId };

it.each([
  ["flyte://v1/p/d/e/n0/i", { node, attempt: undefined, kind: "i", name: undefined }],
  ["flyte://v1/p/d/e/n0/0/o", { node, attempt: 0, kind: "o", name: undefined }],
  ["flyte://v1/p/d/e/n0/12/o/o0", { node, attempt: 12, kind: "o", name: "o0" }],
  ["flyte://v1/p/d/e/n0/d", { node, attempt: undefined, kind: "d", name: undefined }],
  [
    "flyte://v1/org/o/p/d/e/n0/i/x",
    {
      node: { nodeId: "n0", executionId: { ...executionId, org: "o" } },
      attempt: undefined,
      kind: "i",
      name: "x",
    },
  ],
])("reads %s", (text, url) => expect(parseFlyteUrl(text)).toEqual(url));

it.each([
  "",
  "s3://b/k",
  "flyte://v2/p/d/e/n0/i",
  "flyte://v1/p/d/e/i",
  "flyte://v1/p/d/e/n0/x",
  "flyte://v1/p/d/e/n0/0/d/x",
  "flyte://v1/p/d/e/n0/i/x/y",
  "flyte://v1/p/d/e/n0/i/",
])("takes %j for no URL of data", (text) => expect(parseFlyteUrl(text)).toBeUndefined());
