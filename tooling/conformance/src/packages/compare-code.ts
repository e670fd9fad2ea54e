import { createHash } from "node:crypto";
import { readTar, type TarMember, unzipped } from "./flytectl/read-tar.js";
import type { RecordedMember } from "./package-row.js";

/** Our code archive against the recorded one: its members in order, the times and the digest. */
export function compareCode(
  members: readonly TarMember[],
  recorded: readonly RecordedMember[],
): readonly string[] {
  const reference = recorded.find((member) => member.members !== undefined);
  const ours = members.find(({ name }) => name.startsWith("fast"));
  if (reference?.members === undefined || ours === undefined) {
    return (reference === undefined) === (ours === undefined) ? [] : ["only one has a code archive"];
  }
  const { tar, time } = unzipped(ours.content);
  const files = readTar(tar);
  const shown = files.map(({ content: _content, ...file }) => toText(file));
  const wanted = reference.members.map(toText);
  const differing = [...new Set([...shown, ...wanted])].filter(
    (each) => !shown.includes(each) || !wanted.includes(each),
  );
  const digest = digestOf(files);
  return [
    ...differing.map((each) => `${shown.includes(each) ? "only ours" : "only flytekit's"}: ${each}`),
    ...(differing.length === 0 && shown.join("\n") !== wanted.join("\n")
      ? ["the order of files differs"]
      : []),
    ...(time === reference.gzipTime
      ? []
      : [`gzip time: ours ${String(time)}, flytekit's ${String(reference.gzipTime)}`]),
    ...(ours.name === `fast${digest}.tar.gz` ? [] : [`${ours.name}: the digest of its files is ${digest}`]),
  ];
}

function toText(file: object): string {
  return JSON.stringify(file, Object.keys(file).sort());
}

/** MD5 of content, then path without slashes; a link counts with the content of what it leads to. */
function digestOf(files: readonly TarMember[]): string {
  const byName = new Map(files.map((file) => [file.name, file]));
  const md5 = createHash("md5");
  for (const file of files) {
    const content = contentOf(file, byName);
    md5.update(content).update(file.name.replaceAll("/", ""));
  }
  return md5.digest("hex");
}

function contentOf(file: TarMember, byName: ReadonlyMap<string, TarMember>): Buffer {
  if (file.link === undefined) return file.content;
  const target = new URL(file.link, new URL(file.name, "file:///")).pathname.slice(1);
  const found = byName.get(decodeURIComponent(target));
  return found === undefined ? Buffer.alloc(0) : contentOf(found, byName);
}
