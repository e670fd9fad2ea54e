/**
 * A server that tests start: a Go program, or a package of npm.
 *
 * @typedef {object} ServerPackage
 * @property {"go" | "npm"} kind
 * @property {string} source What `go install` or `npm install` is given, with its version.
 * @property {string} file The program, in the folder where it is installed.
 */

/**
 * The versions are pinned: what a server answers is part of what tests expect.
 *
 * @satisfies {Readonly<Record<string, ServerPackage>>}
 */
export const servers = Object.freeze({
  versitygw: {
    kind: "go",
    source: "github.com/versity/versitygw/cmd/versitygw@v1.8.0",
    file: "versitygw",
  },
  "fake-gcs-server": {
    kind: "go",
    source: "github.com/fsouza/fake-gcs-server@v1.56.1",
    file: "fake-gcs-server",
  },
  // The last version for Node 20.
  azurite: {
    kind: "npm",
    source: "azurite@3.35.0",
    file: "node_modules/azurite/dist/src/blob/main.js",
  },
});

/** @typedef {keyof typeof servers} ServerName */
