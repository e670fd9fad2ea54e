import { clock } from "./clock.js";
import { cluster } from "./cluster.js";
import { configuration } from "./configuration.js";
import { disk } from "./disk.js";
import { docker } from "./docker.js";
import { image } from "./image.js";
import { modules } from "./modules.js";
import { node } from "./node.js";
import { packageManager } from "./package-manager.js";
import { packages } from "./packages.js";
import { signIn } from "./sign-in.js";
import { storage } from "./storage.js";
import { typescript } from "./typescript.js";
import type { Check } from "../patient.js";

/** All checks, in the order in which they are shown. */
export const allChecks: readonly Check[] = [
  ...[node, typescript, packageManager, packages],
  ...[configuration, modules],
  ...[cluster, signIn, clock],
  ...[image, docker, storage, disk],
];
