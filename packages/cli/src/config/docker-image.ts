/** An image that `docker build` makes of a Dockerfile of the project. Paths are relative to the file of the configuration. */
export interface DockerImage {
  /** Registry and repository, without a tag: `ghcr.io/acme/tasks`. The tag follows from what goes into the image. */
  readonly repository: string;
  /** `Dockerfile` if absent. */
  readonly dockerfile?: string | undefined;
  /** The folder that the build may copy from; the folder of the configuration if absent. */
  readonly context?: string | undefined;
  /** What the cluster runs on: `linux/amd64` if absent. */
  readonly platform?: string | undefined;
  /** A stage of the Dockerfile; the last one if absent. */
  readonly target?: string | undefined;
  /** Build arguments, by name. They are no place for secrets: whoever has the image can read them. */
  readonly args?: { readonly [name: string]: string } | undefined;
}
