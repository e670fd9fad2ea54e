/** How a container gets code that is not in its image: from an archive that is unpacked before the task runs. */
export interface FastRegistration {
  /**
   * URI of the archive. `{{ .remote_package_path }}`, exactly so, is replaced with it by `flytectl register files`, which
   * uploads the archive.
   */
  readonly distribution: string;
  /**
   * The folder in the container into which the archive is unpacked; it must exist. `{{ .dest_dir }}`, exactly so, is
   * replaced by `flytectl register files`.
   */
  readonly destination: string;
}

/** The arguments before those of a container's own program, if its code comes from an archive. */
export function fastArgs(fast: FastRegistration | undefined): readonly string[] {
  if (fast === undefined) return [];
  const { distribution, destination } = fast;
  return [
    "tsflyte-fast-execute",
    ...["--additional-distribution", distribution],
    ...["--dest-dir", destination],
    "--",
  ];
}
