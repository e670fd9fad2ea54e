import { approve, conditional, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

const order = t.string();
const amount = t.float();

/** What a claim is worth, and how much it looks like fraud. */
export const assess = task(
  {
    name: "refunds.assess",
    inputs: { price: t.float(), daysOwned: t.int(), claimsThisYear: t.int() },
    outputs: { due: amount, risk: t.float() },
  },
  ({ price, daysOwned, claimsThisYear }) => ({
    due: daysOwned > 365 ? 0 : Math.round(price * (1 - daysOwned / 730) * 100) / 100,
    risk: Math.min(1, claimsThisYear / 10),
  }),
);

export const decline = task(
  { name: "refunds.decline", inputs: { order }, output: t.string() },
  ({ order }) => `${order}: nothing is due`,
);

export const payOut = task(
  { name: "refunds.pay_out", inputs: { order, amount, note: t.optional(t.string()) }, output: t.string() },
  ({ order, amount, note }) => `${order}: ${amount.toFixed(2)} paid${note === undefined ? "" : ` (${note})`}`,
);

export const sendVoucher = task(
  { name: "refunds.send_voucher", inputs: { order, amount }, output: t.string() },
  ({ order, amount }) => `${order}: a voucher over ${amount.toFixed(2)}`,
);

/** Puts goods back on a shelf, and says on which. */
export const restock = task(
  { name: "refunds.restock", inputs: { order }, output: t.string() },
  ({ order }) => `back on shelf ${order.length}`,
);

/** What a manager is shown. */
export const summarize = task(
  { name: "refunds.summarize", inputs: { due: amount, risk: t.float() }, output: amount },
  ({ due, risk }) => Math.round(due * (1 - risk) * 100) / 100,
);

/**
 * Settle a claim.
 *
 * Only one arm runs. An arm that is several calls becomes a sub-workflow: `refunds.settle.claim.elseIf3` asks a
 * manager, but only for claims that come so far.
 */
export const settle = workflow(
  {
    name: "refunds.settle",
    inputs: { order, price: t.float(), daysOwned: t.int(), claimsThisYear: t.int(), returned: t.boolean() },
    output: t.string(),
  },
  ({ order, price, daysOwned, claimsThisYear, returned }) => {
    const { due, risk } = assess({ price, daysOwned, claimsThisYear });
    return conditional("claim")
      .if(due.le(0), () => decline({ order }))
      .elseIf(due.lt(50).and(risk.lt(0.3)), () => payOut({ order, amount: due }))
      .elseIf(due.lt(500), () =>
        conditional("goods")
          .if(returned, () => payOut({ order, amount: due, note: restock({ order }) }))
          .else(() => sendVoucher({ order, amount: due })),
      )
      .elseIf(risk.lt(0.5), () => {
        const offer = approve(summarize({ due, risk }), "large-refund", { timeout: "2 days" });
        const note = waitForInput("note-for-customer", t.string(), { timeout: "2 days" });
        return payOut({ order, amount: offer, note });
      })
      .fail("a claim of this size and risk is one for the insurer");
  },
);
