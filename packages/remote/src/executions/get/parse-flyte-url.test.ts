import { describe, expect, it } from "vitest";
import { parseFlyteUrl } from "./parse-flyte-url.js";

const at = { project: "p", domain: "d", execution: "e", node: "n0" };

describe("parseFlyteUrl", () => {
  it.each([
    ["flyte://v1/p/d/e/n0/i", { part: "inputs" }],
    ["flyte://v1/p/d/e/n0/o", { part: "outputs" }],
    ["flyte://v1/p/d/e/n0/d", { part: "deck" }],
    ["flyte://v1/p/d/e/n0/3/o", { part: "outputs", attempt: 3 }],
    ["flyte://v1/p/d/e/n0/3/d", { part: "deck", attempt: 3 }],
    ["flyte://v1/p/d/e/n0/o/o0", { part: "outputs", variable: "o0" }],
    ["flyte://v1/p/d/e/n0/0/i/größe", { part: "inputs", attempt: 0, variable: "größe" }],
    ["flyte://v1/p/d/e/n0/o/i", { part: "outputs", variable: "i" }],
  ])("reads %s", (url, parts) => {
    expect(parseFlyteUrl(url)).toEqual({ ...at, attempt: undefined, variable: undefined, ...parts });
  });

  it.each([
    [undefined, "it is no string"],
    ["", "it does not begin with"],
    ["s3://b/p", "it does not begin with"],
    ["flyte://v2/p/d/e/n0/o", "it does not begin with"],
    ["flyte://v1/p/d/e", "it names no node"],
    ["flyte://v1/p/d/e/n0", "it does not say what of the node"],
    ["flyte://v1/p/d/e/n0/x", '"x" is neither i, o nor d'],
    ["flyte://v1/p/d/e/n0/1/2/o", '"2" is neither'],
    ["flyte://v1/p/d/e/n0/toString", "is neither"],
    ["flyte://v1/p/d/e/n0/d/x", "a deck has no parts"],
    ["flyte://v1/p/d/e/n0/o/x/y", "there is something behind"],
    ["flyte://v1/p/d/e/n0/o/", '"" is no name'],
    ["flyte://v1//d/e/n0/o", '"" is no name'],
    ["flyte://v1/p/d/../n0/o", '".." is no name'],
    ["flyte://v1/p/d/e/n0/o?x=1", "is no name"],
    ["flyte://v1/p/d/e/n 0/o", "is no name"],
    ["flyte://v1/p/d/e/n0/o/%6f", "is no name"],
  ])("refuses %s", (url, problem) => {
    expect(() => parseFlyteUrl(url)).toThrow(expect.objectContaining({ code: "FLYTE_URL_INVALID" }));
    expect(() => parseFlyteUrl(url)).toThrow(problem);
  });
});
