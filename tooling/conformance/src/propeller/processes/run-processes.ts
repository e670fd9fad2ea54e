import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import {
  Engine,
  joinUri,
  type PodRunner,
  processRunner,
  registerPackage,
  Registry,
} from "@flytekit-ts/propeller";
import { SETTINGS } from "../../settings.js";
import type { RunProcesses } from "../compare-case-by-stand-in.js";
import { standInOutcome } from "../stand-in-outcome.js";
import type { Image } from "@flytekit-ts/bundle/build-image";
import type { DataPlace } from "./data-place.js";
import { type PackagedModule, packageModule, type Packaging } from "./package-module.js";

/** An id's part, where a package is registered elsewhere than the cases. */
export type Registration = Partial<Omit<typeof SETTINGS, "image">>;

/** A package that is registered. */
export interface RegisteredPackage extends Registration {
  readonly archive: Uint8Array;
}

/**
 * Runs packages: each registered as flytectl does, every task a process in an empty folder, started by the programs of an
 * image with what its template says. Two processes at a time, whatever runs; modules are packaged once.
 */
export class ProcessRuns {
  readonly place: DataPlace;
  readonly #pods: PodRunner;
  readonly #folder: string;
  readonly #packaged: Map<string, Promise<PackagedModule>>;
  #started = 0;

  constructor(image: Image, place: DataPlace, packaged = new Map<string, Promise<PackagedModule>>()) {
    const folder = mkdtempSync(join(image.folder, "containers-"));
    const pods = processRunner({
      cwd: ({ name }) => mkdtempSync(join(folder, `${name}-`)),
      env: { PATH: image.path, HOME: folder, ...place.env },
    });
    this.place = place;
    this.#folder = image.folder;
    this.#packaged = packaged;
    this.#pods = {
      run: (...given) => {
        this.#started += 1;
        return pods.run(...given);
      },
    };
  }

  /** How many processes there were. */
  get started(): number {
    return this.#started;
  }

  packaged(module: URL, options: Omit<Packaging, "folder"> = {}): Promise<PackagedModule> {
    const known =
      this.#packaged.get(module.href) ?? packageModule(module, { ...options, folder: this.#folder });
    this.#packaged.set(module.href, known);
    return known;
  }

  /** Register packages, and give what runs their workflows; `name` tells their data from those of others. */
  async runnerOf(name: string, packages: readonly RegisteredPackage[]): Promise<RunProcesses> {
    const { store, root } = this.place;
    const registry = new Registry();
    for (const [index, { archive, ...own }] of packages.entries()) {
      const { project, domain, version } = { ...SETTINGS, ...own };
      const uploads = joinUri(root, name, `uploads${index}`);
      await registerPackage(archive, { store, uploads, project, domain, version }, registry);
    }
    const [{ project, domain } = SETTINGS] = packages.map((own) => ({ ...SETTINGS, ...own }));
    const dataRoot = joinUri(root, name, "data");
    const engine = new Engine({ registry, store, pods: this.#pods, dataRoot, project, domain });
    return async (workflow, given) => standInOutcome(await engine.execute(workflow, given));
  }
}
