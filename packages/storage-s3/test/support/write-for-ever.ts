// A process that writes an object without end, and says how much it has given: a test kills it.
import { s3 } from "../../src/s3.js";

const uri = process.argv.at(-1) ?? "";
const part = new Uint8Array(5 * 1024 * 1024);

async function* endless(): AsyncGenerator<Uint8Array> {
  for (let given = 0; ; given += part.length) {
    yield part;
    console.log(given);
  }
}

await s3({ partSize: part.length }).write(uri, endless());
