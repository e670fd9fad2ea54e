import { defineError } from "../define-errors.js";

// The errors of images.

export const IMAGE_TEMPLATE_INVALID = defineError("IMAGE_TEMPLATE_INVALID", {
  origin: "user",
  message: (p: { image: string; problem: string }) =>
    `The image ${JSON.stringify(p.image)} cannot be made from the settings: ${p.problem}.`,
  hint: 'Name it in the settings: `images: { gpu: "ghcr.io/acme/gpu:v1" }`; a task takes `{{.image.gpu}}`, or `{{.image.gpu.fqn}}:{{.image.gpu.version}}`.',
});
