// Takes an order of places that are held, at one performance or at several. The holds and their secrets
// come in the fragment of the address, "#<holdId>.<holdSecret>", several with commas between, which goes
// to no server; they are kept for this window only, so that a hold made later is ordered with those before.
import { Asking, make, say } from "./asking.js";
import { Keys, call } from "./calling.js";
import { passDue, passOf, pay, voucherOf } from "./paying.js";
import { Places } from "./places.js";

const MEMORY = "counterfoil-order";
const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const lang = document.documentElement.lang;
// English here is that of Europe, as on the other pages.
const language = lang === "en" ? "en-GB" : lang;
const keys = new Keys();
const memory = recall();
let asking = null;
let parts = [];
let ticking = null;
let shown = [];

function recall() {
  const given = [...location.hash.matchAll(/[#,]([0-9a-f-]{36})\.([\w-]+)/g)]
    .map(([, holdId, holdSecret]) => ({ holdId, holdSecret }));
  history.replaceState(null, "", location.pathname + location.search);
  const stored = JSON.parse(sessionStorage.getItem(MEMORY) || "{}");
  const known = stored.holds ? stored : {};
  const isNew = (hold) => !(known.holds || []).some((one) => one.holdId === hold.holdId);
  if (!given.some(isNew)) {
    return known;
  }
  return { holds: known.orderId ? given : [...(known.holds || []), ...given.filter(isNew)] };
}

function keep(more) {
  Object.assign(memory, more);
  sessionStorage.setItem(MEMORY, JSON.stringify(memory));
}

function show(state, sentence) {
  $("now").dataset.state = state;
  if ($("said").textContent !== sentence) {
    $("said").textContent = sentence; // a live region: said aloud only when it changes
  }
}

function tell(id, ...content) {
  $(id).hidden = content.length === 0;
  $(id).replaceChildren(...content);
}

function money(minor, currency) {
  const form = new Intl.NumberFormat(language, { style: "currency", currency });
  return form.format(minor / 10 ** form.resolvedOptions().maximumFractionDigits);
}

const clock = (time, timeZone) => new Intl.DateTimeFormat(language,
  { hour: "2-digit", minute: "2-digit", timeZone: timeZone || memory.timeZone }).format(new Date(time));

const moment = (performance) => new Intl.DateTimeFormat(language,
  { dateStyle: "full", timeStyle: "short", timeZone: performance.timeZone })
  .format(new Date(performance.startsAt)) + " · " + performance.venueName;

async function begin() {
  $("other").href = "?lang=" + (lang === "fr" ? "en" : "fr");
  if (memory.orderId) {
    await introduce(memory.performances);
    await follow();
  } else if (memory.holds) {
    await offer();
  } else {
    show("NONE", words.none);
  }
}

async function introduce(ids) {
  const performances = await Promise.all(ids.map(async (id) => (await call("GET", "/performances/" + id + "/offers")).body));
  shown = performances;
  const titles = [...new Set(performances.map((performance) => performance.title))];
  $("title").textContent = titles.join(", ");
  document.title = titles.join(", ") + " · " + document.title;
  if (performances.length === 1) {
    tell("lead", moment(performances[0]));
  }
  return performances;
}

// Holds that are over, or somebody else's to sell, are left out.
async function offer() {
  const answers = await Promise.all(memory.holds.map(async (one) =>
    ({ ...one, ...await call("GET", "/holds/" + one.holdId, { "Hold-Secret": one.holdSecret }) })));
  if (answers.some((answer) => answer.status >= 500)) {
    show("NONE", words.problem);
    return;
  }
  const placed = answers.filter((answer) => answer.status === 200 && answer.body.state === "PLACED" && !answer.body.orderId);
  const holds = placed.filter((answer) => answer.body.organisationId === placed.at(-1).body.organisationId)
    .map(({ holdSecret, body }) => ({ ...body, holdSecret }));
  if (holds.length === 0) {
    const last = answers.at(-1);
    show("NONE", last.status >= 400 ? words.none : last.body.orderId ? words.elsewhere : words.over);
    return;
  }
  keep({ holds: holds.map(({ holdId, holdSecret }) => ({ holdId, holdSecret })) });
  const ids = [...new Set(holds.map((hold) => hold.performanceId))];
  const performances = await introduce(ids);
  keep({ performances: ids, timeZone: performances[0].timeZone });
  const form = (await call("GET", "/privacy/" + holds[0].organisationId + "/forms/order?language=" + lang)).body;
  $("seller").textContent = form.controller;
  asking = new Asking(form, words, "buyer.");
  parts = holds.map((hold) => new Places(hold, performances.find((one) => one.performanceId === hold.performanceId),
    form.holders, asking, words, (minor) => money(minor, hold.currency)));
  $("places").replaceChildren(...parts.map((part) => part.show(
    ids.length > 1 ? make("h3", {}, part.performance.title + ", " + moment(part.performance)) : null,
    ids.length, holds.length > 1 ? leaving(part) : null)));
  asking.showFields($("fields"));
  asking.showQuestions($("questions"));
  $("about").hidden = form.fields.length === 0;
  $("questions-section").hidden = asking.questions.length === 0;
  $("form").hidden = false;
  $("form").addEventListener("submit", send);
  $("form").addEventListener("change", count);
  count();
  show("HELD", say(words.held, clock(ends())));
  ticking = setInterval(tick, 1000);
  tick();
}

// It stays held until it ends, and can be ordered by its own link.
function leaving(part) {
  const button = make("button", { type: "button", className: "second" }, words.leave);
  button.setAttribute("aria-label", say(words.leaveWhich, part.performance.title + ", " + moment(part.performance)));
  button.addEventListener("click", () => {
    keep({ holds: memory.holds.filter((one) => one.holdId !== part.hold.holdId) });
    location.reload();
  });
  return button;
}

const ends = () => parts.map((part) => part.hold.expiresAt).sort()[0];
const currency = () => parts[0].hold.currency;

function totals() {
  return parts.map((part) => part.totals()).reduce((sum, one) =>
    ({ minor: sum.minor + one.minor, passMinor: sum.passMinor + one.passMinor }));
}

function count() {
  $("total").textContent = money(totals().minor, currency());
  $("pass-part").hidden = byPass().length === 0;
}

const byPass = () => parts.flatMap((part) => part.offers()).filter((each) => each.pass);

function tick() {
  if (memory.orderId) {
    clearInterval(ticking);
    return;
  }
  const left = Math.round((Date.parse(ends()) - Date.now()) / 1000);
  if (left <= 0) {
    $("form").hidden = true;
    tell("more");
    show("NONE", words.over);
  } else {
    tell("more", say(words.left, Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0")));
  }
}

// Codes are looked at before anything is ordered.
async function codes() {
  const pass = byPass().length > 0 ? $("pass-code").value.trim() : "";
  const voucher = $("voucher-code").value.trim();
  const wrong = (id, name) => asking.mark(id, words[name]).focus();
  if (byPass().length > 0) {
    const found = pass === "" ? { wrong: "passMissing" } : await passOf(pass, byPass());
    if (found.wrong) {
      return wrong("pass-code", found.wrong);
    }
  }
  const found = voucher === "" ? { balanceMinor: 0 } : await voucherOf(voucher, currency());
  return found.wrong ? wrong("voucher-code", found.wrong) : { pass, voucher, balanceMinor: found.balanceMinor };
}

function body() {
  const told = asking.read();
  const isOne = parts.length === 1;
  return {
    ...(isOne ? { holdId: parts[0].hold.holdId } : { holds: memory.holds }),
    tickets: parts.flatMap((part) => part.tickets()),
    lines: parts.flatMap((part) => part.lines()),
    buyer: told.values,
    captures: told.captures,
    consents: told.consents,
  };
}

async function send(event) {
  event.preventDefault();
  tell("wrong");
  ["pass-code", "voucher-code"].forEach((id) => tell(id + "-wrong"));
  if (!asking.check()) {
    return;
  }
  const missing = parts.map((part) => part.missing()).find((input) => input);
  if (missing) {
    missing.focus();
    return;
  }
  $("send").disabled = true;
  try {
    const means = await codes();
    if (means) {
      await order(body(), means);
    }
  } catch (unreached) {
    tell("wrong", words.problem);
    $("wrong").focus();
  } finally {
    $("send").disabled = false;
  }
}

async function order(wish, means) {
  const answer = await call("POST", "/orders",
    { "Hold-Secret": parts[0].hold.holdSecret, "Idempotency-Key": keys.keyFor(wish) }, wish);
  if (answer.status !== 201) {
    refused(answer.body);
    return;
  }
  keys.forget();
  const { orderId, orderSecret, totalMinor } = answer.body;
  keep({ orderId, orderSecret, totalMinor, passMinor: totals().passMinor, seller: $("seller").textContent });
  $("form").hidden = true;
  await settle(means);
  await follow();
  $("said").focus();
}

// What codes can pay they pay at once. What of it fails is told, and paid otherwise.
async function settle({ pass, voucher, balanceMinor }) {
  let rest = memory.totalMinor;
  if (pass && memory.passMinor) {
    const paid = await pay(memory, "PASS", memory.passMinor, { passCode: pass });
    keep({ passProblem: paid.status === 201 ? null : paid.body.code });
  }
  rest -= memory.passMinor;
  const byVoucher = Math.min(balanceMinor, rest);
  if (byVoucher > 0) {
    const paid = await pay(memory, "VOUCHER", byVoucher, { voucherCode: voucher });
    keep({ voucherProblem: paid.status === 201 ? null : paid.body.code });
    rest -= paid.status === 201 ? byVoucher : 0;
  }
  await payByCard(rest);
}

// Where none is taken here, the box office takes it.
async function payByCard(amountMinor) {
  if (amountMinor > 0) {
    const answer = await pay(memory, "CARD", amountMinor);
    keep({ redirectUrl: answer.status === 201 ? answer.body.redirectUrl : null, paymentId: answer.body.paymentId });
  }
}

const PLACE = /^tickets\[(\d+)\](\.holder)?/;

// Says at its field what was wrong; what has none stands at the end.
function refused(problem) {
  const places = parts.flatMap((part) => part.places);
  const violations = problem.violations || [];
  const atPlaces = violations.filter(({ field }) => PLACE.test(field) && places[PLACE.exec(field)[1]]);
  const others = asking.violated(violations.filter((violation) => !atPlaces.includes(violation)));
  let first = null;
  for (const { field } of atPlaces) {
    const [, i, isHolder] = PLACE.exec(field);
    const input = (isHolder && places[i].holders[0]?.input) || places[i].select;
    first = first || asking.mark(input.id, words.invalid);
  }
  if (first) {
    first.focus();
  }
  if (violations.length === 0 || others.length > 0) {
    const gone = problem.code === "HOLD_EXPIRED" || problem.code === "HOLD_RELEASED";
    tell("wrong", gone ? words.over : problem.code === "NOTICE_OUTDATED" ? words.outdated : say(words.refused, problem.code));
    $("wrong").focus();
  }
}

const own = () => ({ "Order-Secret": memory.orderSecret });

async function follow() {
  $("seller").textContent = memory.seller || $("seller").textContent;
  const answer = await call("GET", "/orders/" + memory.orderId, own());
  if (answer.status !== 200) {
    show("PROBLEM", words.problem);
  } else {
    await state(answer.body);
  }
  if (answer.status !== 200 || answer.body.state === "PLACED") {
    setTimeout(() => follow().catch(trouble), 2000);
  }
}

async function state(order) {
  tell("more");
  $("pass-again").hidden = true;
  if (order.state === "COMPLETED") {
    tell("act");
    show("ADMITTED", words.paid);
    tickets(order);
  } else if (order.state === "LAPSED") {
    tell("act");
    show("NONE", words.lapsed);
  } else {
    await waiting(order);
  }
}

async function waiting(order) {
  const due = passDue(memory, order);
  const rest = order.outstandingMinor - due;
  const amount = money(rest, order.currency);
  const failed = order.payments.find((payment) => payment.paymentId === memory.paymentId)?.state === "FAILED";
  if (failed) {
    await payByCard(rest);
  }
  const told = [failed ? words.failed : "", memory.voucherProblem ? say(words.voucherProblem, memory.voucherProblem) : "",
    due > 0 ? say(words.passProblem, money(due, order.currency)) : ""].filter((text) => text);
  tell("more", ...(told.length > 0 ? [told.join(" ")] : []));
  $("pass-again").hidden = due === 0;
  show("HELD", say(words.pay, clock(order.payBefore)));
  if (rest <= 0) {
    tell("act");
  } else if (!memory.redirectUrl) {
    tell("act", say(words.payHere, amount, clock(order.payBefore)));
  } else if ($("act").querySelector("a")?.href !== memory.redirectUrl) {
    tell("act", make("a", { className: "button", id: "pay", href: memory.redirectUrl, target: "_blank", rel: "noopener" },
      say(words.payLink, amount)));
  }
}

async function passAgain(event) {
  event.preventDefault();
  const code = $("pass-code-again").value.trim();
  const paid = await pay(memory, "PASS", memory.passMinor, { passCode: code });
  tell("pass-code-again-wrong", ...(paid.status === 201 ? [] : [say(words.refused, paid.body.code)]));
  if (paid.status === 201) {
    keep({ passProblem: null });
    await follow();
  } else {
    $("pass-code-again").focus();
  }
}

function tickets(order) {
  $("tickets-section").hidden = false;
  $("number").textContent = order.orderId;
  // In the fragment, which goes to no server.
  $("own").href = "/my-data?lang=" + lang + "#order." + memory.orderId + "." + memory.orderSecret;
  $("tickets").replaceChildren(...order.tickets.map((ticket) =>
    make("li", {}, say(words.ticket, ticket.ticketNumber, ticket.seatId || ticket.area,
      ticket.priceTypeName + " · " + money(ticket.faceValueMinor, order.currency)) + night(ticket))));
  $("print").onclick = () => print().catch(trouble);
}

// Which of several performances a ticket is for.
function night(ticket) {
  const performance = shown.length > 1 ? shown.find((one) => one.performanceId === ticket.performanceId) : null;
  return performance ? " · " + performance.title + ", " + moment(performance) : "";
}

// The secret goes in a header, so the file is fetched and then saved.
async function print() {
  const answer = await fetch("/api/v1/orders/" + memory.orderId + "/tickets.pdf?language=" + lang, { headers: own() });
  const link = make("a", { href: URL.createObjectURL(await answer.blob()), download: "tickets.pdf" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function trouble() {
  show("PROBLEM", words.problem);
  if (memory.orderId) {
    setTimeout(() => follow().catch(trouble), 5000);
  }
}

$("pass-again").addEventListener("submit", (event) => passAgain(event).catch(trouble));
begin().catch(trouble);
