import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../serving/handlers.js";
import type { Backend } from "../state/backend.js";
import { DOMAINS } from "./domains.js";

/** What the server says of itself. */
export function meta({ clock }: Backend): Handlers<typeof AdminServiceDefinition> {
  const started = new Date(clock.now()).toISOString().replace("T", " ").replace("Z", " +0000 UTC");
  return {
    getVersion: () => ({
      controlPlaneVersion: { Build: "unknown", Version: "unknown", BuildTime: started },
    }),
    getDomains: () => ({ domains: [...DOMAINS] }),
  };
}
