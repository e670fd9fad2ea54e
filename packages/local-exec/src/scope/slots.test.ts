import { describe, expect, it } from "vitest";
import { Slots } from "./slots.js";

describe("Slots", () => {
  it("gives out as many as there are, then in the order of asking", async () => {
    const slots = new Slots(2);
    const order: number[] = [];
    const ask = (id: number): Promise<void> => slots.take().then(() => void order.push(id));
    const all = [1, 2, 3, 4].map(ask);
    await all[0];
    await all[1];
    expect(order).toEqual([1, 2]);
    slots.giveBack();
    slots.giveBack();
    await Promise.all(all);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it("can be used again after all were given back", async () => {
    const slots = new Slots(1);
    let taken = 0;
    for (let i = 0; i < 3; i += 1) {
      await slots.take();
      const next = slots.take();
      slots.giveBack();
      await next;
      slots.giveBack();
      taken += 2;
    }
    expect(taken).toBe(6);
  });

  it("lets timers have a turn between tasks that never wait", async () => {
    const slots = new Slots(1);
    const turns: number[] = [];
    const timer = setInterval(() => void turns.push(performance.now()), 0);
    // Without turns none is counted however long this takes.
    const end = performance.now() + 3000;
    while (turns.length <= 3 && performance.now() < end) {
      await slots.take();
      const busy = performance.now() + 3;
      while (performance.now() < busy);
      slots.giveBack();
    }
    clearInterval(timer);
    expect(turns.length).toBeGreaterThan(3);
  });
});
