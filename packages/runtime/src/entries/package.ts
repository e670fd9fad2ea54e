// For packaging a project: the archive that is registered, the code that containers download, and images.
export type { CodeOptions, MemoryFile } from "../code/code-options.js";
export { codeDigest } from "../code/code-digest.js";
export { errors as runtimeErrors } from "../errors.js";
export { imageId } from "../image/image-id.js";
export type { ImageContent } from "../image/image-id.js";
export type { ImageBuild, ImageHook } from "../image/image-hook.js";
export { imagesFrom } from "../image/images-from.js";
export type { NamedImages } from "../image/images-from.js";
export { makeImages } from "../image/make-images.js";
export type { ImageEnvironment } from "../image/make-images.js";
export { packageEntities } from "../package/package-entities.js";
export type { EntityPackage, PackagedCode, PackageMember } from "../package/entity-package.js";
export type { PackagedIds, PackageSettings } from "../package/package-settings.js";
export { environmentFrom } from "../package/environment-from.js";
export { loadEntities } from "../package/load-entities.js";
export { writePackage } from "../package/write-package.js";
export type { WritePackageOptions } from "../package/write-package.js";
