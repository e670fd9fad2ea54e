#!/usr/bin/env node
// node bundle-page.js <entry.ts> <out.js>: bundles the script of a page, for browsers, into a module that has it as a text.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { filesOf, licensesOf } from "./licenses.js";

/**
 * @param {string} entry
 * @param {string} out
 */
export async function bundlePage(entry, out) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: ["chrome111", "firefox115", "safari16.4"],
    conditions: ["@flytekit-ts/source"],
    charset: "utf8",
    legalComments: "none",
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  const code = outputFiles[0]?.text.trim() ?? "";
  const licenses = licensesOf(filesOf(metafile), process.cwd());
  if (licenses.includes("*/")) throw new Error("A licence would end the comment that it is in.");
  const script = licenses === "" ? code : `${code}\n/*! In this script:\n\n${licenses}\n*/`;
  // Inside an element of HTML, where these would end it or begin a comment.
  const safe = script.replaceAll("</script", String.raw`<\/script`).replaceAll("<!--", String.raw`<\!--`);
  writeFileSync(out, `// Made by bundle-page.js.\nexport const pageScript = ${JSON.stringify(safe)};\n`);
}

const [, self, entry, out] = process.argv;
if (self === fileURLToPath(import.meta.url) || self?.endsWith("flytekit-bundle-page"))
  await bundlePage(entry ?? "", out ?? "");
