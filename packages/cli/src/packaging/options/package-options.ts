import type { OptionSpec } from "../../command/option-spec.js";

const group = "What is packaged";

/** Options of all commands that package a project: they change its settings for one call. */
export const packageOptions = {
  image: {
    kind: "many",
    short: "i",
    placeholder: "[NAME=]IMAGE",
    says: "The image of tasks that name none; with NAME=, the image that tasks call by that name",
    group,
  },
  version: {
    kind: "text",
    placeholder: "VERSION",
    says: "The version of everything that is packaged",
    absent: "a hash of its content",
    group,
  },
  code: {
    kind: "choice",
    choices: ["bundle", "files", "image"],
    says: "How the code gets into containers: bundled into one module, as the files of the project, or with the image",
    absent: "bundle",
    group,
  },
  copy: {
    kind: "choice",
    choices: ["auto", "all", "none"],
    says: "--code in the words of pyflyte: auto is bundle, all is files, none is image",
    group,
  },
  env: { kind: "many", placeholder: "NAME=VALUE", says: "Set an environment variable for tasks", group },
  "resource-requests": {
    kind: "text",
    placeholder: "NAME=AMOUNT,...",
    says: "Request these resources for tasks that declare none, such as cpu=1,memory=2Gi",
    group,
  },
  "resource-limits": {
    kind: "text",
    placeholder: "NAME=AMOUNT,...",
    says: "Set these limits for tasks that declare none, such as memory=4Gi",
    group,
  },
  destination: {
    kind: "text",
    placeholder: "FOLDER",
    says: "The folder in containers into which the code is unpacked",
    absent: "/app",
    group,
  },
  "follow-links": { kind: "flag", says: "Package the files that symbolic links point to", group },
} as const satisfies { readonly [name: string]: OptionSpec };
