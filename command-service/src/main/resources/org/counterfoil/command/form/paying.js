// Pays an order: by a pass what it pays for, then by a voucher what it can, the rest by card.
import { call, newKey } from "./calling.js";

/** What a code is good for; or the reason why it pays nothing, by the name of its words. */
export async function voucherOf(voucherCode, currency) {
  const answer = await call("POST", "/vouchers/state", {}, { voucherCode });
  if (answer.status !== 200) {
    return { wrong: answer.status < 500 ? "voucherUnknown" : "problem" };
  }
  const { balanceMinor, isExpired } = answer.body;
  if (isExpired) {
    return { wrong: "voucherExpired" };
  }
  return balanceMinor === 0 || answer.body.currency !== currency ? { wrong: "voucherEmpty" } : { balanceMinor };
}

/** @param offers those of the tickets that a pass is to pay for */
export async function passOf(passCode, offers) {
  const answer = await call("POST", "/passes/state", {}, { passCode });
  if (answer.status !== 200) {
    return { wrong: answer.status < 500 ? "passUnknown" : "problem" };
  }
  const pass = answer.body;
  if (pass.isExpired) {
    return { wrong: "passExpired" };
  }
  if (offers.some((offer) => offer.pass !== pass.pass || offer.faceValueMinor !== pass.useMinor)) {
    return { wrong: "passOther" };
  }
  return pass.usesLeft < offers.length ? { wrong: "passUsedUp" } : {};
}

/** Pays a part; the answer's status and body. */
export function pay(order, method, amountMinor, more) {
  return call("POST", "/orders/" + order.orderId + "/payments",
    { "Order-Secret": order.orderSecret, "Idempotency-Key": newKey() }, { method, amountMinor, ...more });
}

/** What only a pass may pay, and is still to be paid. */
export const passDue = (memory, order) =>
  memory.passMinor && !order.payments.some((payment) => payment.method === "PASS" && payment.state === "CAPTURED")
    ? memory.passMinor : 0;
