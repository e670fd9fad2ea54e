import type { OptionSpec } from "../../command/option-spec.js";

const group = "What is packaged";

/** Options of all commands that package a project: they change its settings for one call. */
export const packageOptions = {
  image: {
    kind: "many",
    short: "i",
    placeholder: "[NAME=]IMAGE",
    says: "The image of tasks that name none, or with NAME= the image that tasks call so",
    group,
  },
  version: {
    kind: "text",
    placeholder: "VERSION",
    says: "The version",
    absent: "a hash of all that is packaged",
    group,
  },
  code: {
    kind: "choice",
    choices: ["bundle", "files", "image"],
    says: "How containers get the code: bundled as one module, as the files of the project, or as it is in the image",
    absent: "bundle",
    group,
  },
  copy: {
    kind: "choice",
    choices: ["auto", "all", "none"],
    says: "The same in flytekit's words: what is imported, all files, or nothing",
    group,
  },
  env: { kind: "many", placeholder: "NAME=VALUE", says: "An environment variable of tasks", group },
  "resource-requests": {
    kind: "text",
    placeholder: "NAME=AMOUNT,...",
    says: "What tasks request that declare no resources, such as cpu=1,memory=2Gi",
    group,
  },
  "resource-limits": {
    kind: "text",
    placeholder: "NAME=AMOUNT,...",
    says: "The limits of tasks that declare no resources, such as memory=4Gi",
    group,
  },
  destination: {
    kind: "text",
    placeholder: "FOLDER",
    says: "The folder of containers that the code is unpacked in",
    absent: "/app",
    group,
  },
  "follow-links": { kind: "flag", says: "Take files in place of links to them", group },
} as const satisfies { readonly [name: string]: OptionSpec };
