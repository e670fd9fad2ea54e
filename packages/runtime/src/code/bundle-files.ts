import { join } from "node:path";
import type { Bundle } from "../bundle/bundle.js";
import type { CodeFile } from "./code-file.js";
import { listFiles } from "./list-files.js";

/** What containers need of a bundle: its module and map, the files beside it, and the packages that stay outside. */
export function bundleFiles({ fileName, code, map, assets, folders }: Bundle): readonly CodeFile[] {
  return [
    { path: fileName, content: Buffer.from(code) },
    { path: `${fileName}.map`, content: Buffer.from(map) },
    ...[...assets].map(([path, from]) => ({ path, from })),
    ...folders.flatMap(({ path, from }) => {
      const { files } = listFiles(from, { ignores: () => undefined, followLinks: true });
      return files.map((file) => ({ path: `${path}/${file.path}`, from: join(from, file.path) }));
    }),
  ];
}
