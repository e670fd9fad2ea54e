// Tasks that go wrong around what they return.
import { t, task } from "@flytekit-ts/workflow";

const x = t.int();

export const rejectsBehind = task({ name: "faulty.rejectsBehind", output: x }, () => {
  void Promise.reject(new RangeError("nobody waits for this"));
  return 1;
});

export const throwsInTimer = task({ name: "faulty.throwsInTimer", output: x }, async () => {
  setTimeout(() => {
    throw new RangeError("in a timer");
  }, 5);
  return new Promise<number>((resolve) => setTimeout(() => resolve(1), 10_000));
});

export const pends = task({ name: "faulty.pends", output: x }, () => new Promise<number>(() => {}));

export const leaks = task({ name: "faulty.leaks", output: x }, () => {
  setInterval(() => {}, 1000);
  return 1;
});

export const printsMuch = task({ name: "faulty.printsMuch", output: x }, () => {
  for (let i = 0; i < 100; i += 1) process.stdout.write("x".repeat(1024 * 1024));
  return 1;
});

export const wrongType = task({ name: "faulty.wrongType", output: x }, () => "text" as unknown as number);

export const large = task({ name: "faulty.large", output: t.file() }, async function* () {
  for (let i = 0; i < 2000; i += 1) {
    if (i === 50) process.stdout.write("started\n");
    yield new Uint8Array(256 * 1024).fill(i);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
});

export const sayings = task({ name: "faulty.sayings", output: t.string() }, () => "long ".repeat(400_000));
