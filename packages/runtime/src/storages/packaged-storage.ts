import { lazyStorage, type Storage } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { loadPackage } from "./load-package.js";

/** A package with a storage: the schemes of its URIs, and the function that makes the storage. */
export interface StoragePackage {
  readonly schemes: readonly string[];
  readonly packageName: string;
  readonly factory: string;
}

/** The storage of a package, which is loaded on use and takes its settings from the environment. */
export function packagedStorage(
  { schemes, packageName, factory }: StoragePackage,
  env: Readonly<Record<string, string | undefined>>,
): Storage {
  return lazyStorage({
    schemes,
    packageName,
    load: async () => {
      const make: unknown = Reflect.get(await loadPackage(packageName, env), factory);
      if (typeof make !== "function")
        throw errors.CONTAINER_INVALID({
          problem: `${packageName} has no function \`${factory}\``,
          advice: "Install the version of the package that belongs to the runtime.",
        });
      return (make as () => Storage)();
    },
  });
}
