import { clock } from "./checks/clock.js";
import { cluster } from "./checks/cluster.js";
import { configuration } from "./checks/configuration.js";
import { disk } from "./checks/disk.js";
import { docker } from "./checks/docker.js";
import { image } from "./checks/image.js";
import { modules } from "./checks/modules.js";
import { node } from "./checks/node.js";
import { packageManager } from "./checks/package-manager.js";
import { packages } from "./checks/packages.js";
import { signIn } from "./checks/sign-in.js";
import { storage } from "./checks/storage.js";
import { typescript } from "./checks/typescript.js";
import type { Check } from "./patient.js";

/** All checks, in the order in which they are shown. */
export const checks: readonly Check[] = [
  ...[node, typescript, packageManager, packages],
  ...[configuration, modules],
  ...[cluster, signIn, clock],
  ...[image, docker, storage, disk],
];
