// `node --import @flytekit-ts/cli/loader main.ts`: on import it lets Node load TypeScript.
import { registerLoader } from "../sources/loading/register-loader.js";

await registerLoader();
