import type { BundlePlatform } from "../options/bundle-options.js";

/** What a name tells of the machine that a binary is for. What it does not tell is `undefined`. */
export interface Target {
  readonly os: string | undefined;
  readonly cpu: string | undefined;
  readonly libc: "glibc" | "musl" | undefined;
}

const SYSTEMS = new Map([
  ["linuxmusl", "linux"],
  ["linux", "linux"],
  ["darwin", "darwin"],
  ["macos", "darwin"],
  ["win32", "win32"],
  ["windows", "win32"],
  ["freebsd", "freebsd"],
  ["openbsd", "openbsd"],
  ["netbsd", "netbsd"],
  ["sunos", "sunos"],
  ["aix", "aix"],
  ["android", "android"],
  ["openharmony", "openharmony"],
]);
const PROCESSORS = new Map([
  ["x64", "x64"],
  ["x86_64", "x64"],
  ["amd64", "x64"],
  ["arm64", "arm64"],
  ["aarch64", "arm64"],
  ["ia32", "ia32"],
  ["arm", "arm"],
  ["armv7", "arm"],
  ["ppc64", "ppc64"],
  ["riscv64", "riscv64"],
  ["s390x", "s390x"],
  ["loong64", "loong64"],
  ["universal", "universal"],
]);

/** The machine that a name tells: of a package (`@img/sharp-linuxmusl-x64`), a folder, or a file. */
export function targetIn(name: string): Target {
  const words = name.toLowerCase().split(/[^a-z0-9_]+/);
  const os = words.find((word) => SYSTEMS.has(word)) ?? "";
  const cpu = words.find((word) => PROCESSORS.has(word)) ?? "";
  const isMusl = os === "linuxmusl" || words.some((word) => word.startsWith("musl"));
  const isGlibc = words.some((word) => word === "glibc" || word.startsWith("gnu"));
  return {
    os: SYSTEMS.get(os),
    cpu: PROCESSORS.get(cpu),
    libc: isMusl ? "musl" : isGlibc ? "glibc" : undefined,
  };
}

/** The machine of a platform. */
export function targetOf(platform: BundlePlatform): Required<Target> {
  const [os, cpu, libc] = platform.split("-");
  return { os, cpu, libc: libc === "musl" ? "musl" : "glibc" };
}

/** Whether a binary for a target runs on a platform, as far as the names tell. */
export function fits({ os, cpu, libc }: Target, platform: BundlePlatform): boolean {
  const wanted = targetOf(platform);
  return os === wanted.os && cpu === wanted.cpu && (libc === undefined || libc === wanted.libc);
}
