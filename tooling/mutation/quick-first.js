import { relative } from "node:path";

import { BaseSequencer } from "vitest/node";

/** A mutant is done with at the first test that fails: what failed last time comes first, what takes long last. */
export class QuickFirst extends BaseSequencer {
  /** @param {import("vitest/node").TestSpecification[]} files */
  async sort(files) {
    return files.toSorted((a, b) => this.#rankOf(a) - this.#rankOf(b));
  }

  /** @param {import("vitest/node").TestSpecification} file */
  #rankOf({ project, moduleId }) {
    const { cache, config } = this.ctx;
    const last = cache.getFileTestResults(`${project.name}:${relative(config.root, moduleId)}`);
    return last?.failed === true ? -1 : (last?.duration ?? 0);
  }
}
