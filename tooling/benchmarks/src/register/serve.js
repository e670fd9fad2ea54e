// The stand-in for flyteadmin in a process of its own: prints where it is, and ends with its standard input.
import { startAdmin } from "@flytekit-ts/admin";

const admin = await startAdmin();
process.stdout.write(`${admin.endpoint}\n`);
process.stdin.resume().on("end", () => void admin.close());
