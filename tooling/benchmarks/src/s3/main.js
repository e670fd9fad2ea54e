// node src/s3/main.js: the benchmark of S3 alone.
import { s3Throughput } from "./throughput.js";

for (const line of await s3Throughput()) console.log(line);
