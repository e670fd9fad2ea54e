import { isRefused } from "../faults/fault-of.js";
import type { S3Settings } from "../settings/s3-settings.js";
import { connect, type Connection } from "./connect.js";

/** Sends requests, with the SDK's clients that it makes when they are needed. */
export class Connections {
  private readonly settings: S3Settings;
  private signed: Promise<Connection> | undefined;
  private anonymous: Promise<Connection> | undefined;

  constructor(settings: S3Settings) {
    this.settings = settings;
  }

  /** Does something with a client that signs. */
  async writing<T>(request: (connection: Connection) => Promise<T>): Promise<T> {
    return request(await (this.signed ??= connect(this.settings, false)));
  }

  /**
   * Does something with a client that signs, and if that is refused, without a signature: public objects can be read by
   * everybody, but not with keys that are wrong. If that is refused, too, the first error is the one to tell.
   */
  async reading<T>(request: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await this.writing(request);
    } catch (error) {
      if (this.settings.credentials === "anonymous" || !isRefused(error)) throw error;
      const connection = await (this.anonymous ??= connect(this.settings, true));
      try {
        return await request(connection);
      } catch {
        throw error;
      }
    }
  }
}
