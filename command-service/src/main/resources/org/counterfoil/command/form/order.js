// Takes an order of places that are held. The hold and its secret come in the fragment of the
// address, "#<holdId>.<holdSecret>", which goes to no server, and are then kept for this window only.
import { Asking, make, say } from "./asking.js";

const MEMORY = "counterfoil-order";
const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const lang = document.documentElement.lang;
// English here is that of Europe, as on the other pages.
const language = lang === "en" ? "en-GB" : lang;
const memory = recall();
let hold = null;
let performance = null;
let asking = null;

function recall() {
  const given = /^#([0-9a-f-]{36})\.([\w-]+)$/.exec(location.hash);
  const known = JSON.parse(sessionStorage.getItem(MEMORY) || "{}");
  history.replaceState(null, "", location.pathname + location.search);
  return given && given[1] !== known.holdId ? { holdId: given[1], holdSecret: given[2] } : known;
}

function keep(more) {
  Object.assign(memory, more);
  sessionStorage.setItem(MEMORY, JSON.stringify(memory));
}

async function call(method, path, headers, body) {
  const answer = await fetch("/api/v1" + path, {
    method,
    cache: "no-store",
    headers: { ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json() };
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

const money = (minor, currency) => {
  const form = new Intl.NumberFormat(language, { style: "currency", currency });
  return form.format(minor / 10 ** form.resolvedOptions().maximumFractionDigits);
};

const clock = (time) => new Intl.DateTimeFormat(language,
  { hour: "2-digit", minute: "2-digit", timeZone: performance ? performance.timeZone : undefined }).format(new Date(time));

async function begin() {
  $("other").href = "?lang=" + (lang === "fr" ? "en" : "fr");
  if (memory.orderId) {
    await introduce(memory.performanceId);
    await follow();
  } else if (memory.holdId) {
    keep({});
    await offer();
  } else {
    show("NONE", words.none);
  }
}

async function introduce(performanceId) {
  performance = (await call("GET", "/performances/" + performanceId + "/offers")).body;
  $("title").textContent = performance.title;
  document.title = performance.title + " · " + document.title;
  tell("lead", new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: performance.timeZone })
    .format(new Date(performance.startsAt)) + " · " + performance.venueName);
}

async function offer() {
  const answer = await call("GET", "/holds/" + memory.holdId, { "Hold-Secret": memory.holdSecret });
  if (answer.status >= 400) {
    show("NONE", answer.status < 500 ? words.none : words.problem);
    return;
  }
  hold = answer.body;
  await introduce(hold.performanceId);
  if (hold.state !== "PLACED" || hold.orderId) {
    show("NONE", hold.orderId ? words.elsewhere : words.over);
    return;
  }
  const form = (await call("GET", "/privacy/" + hold.organisationId + "/forms/order?language=" + lang)).body;
  $("seller").textContent = form.controller;
  asking = new Asking(form, words, "buyer.");
  showPlaces();
  showFees();
  asking.showFields($("fields"));
  asking.showQuestions($("questions"));
  $("about").hidden = form.fields.length === 0;
  $("questions-section").hidden = asking.questions.length === 0;
  $("form").hidden = false;
  $("form").addEventListener("submit", send);
  $("form").addEventListener("change", count);
  count();
  show("HELD", say(words.held, clock(hold.expiresAt)));
  setInterval(tick, 1000);
  tick();
}

// Each place with what it is offered at; a price that something else pays is not for this page.
function showPlaces() {
  const places = hold.seats.map((seat) =>
    ({ name: seat.section + " " + seat.row + " " + seat.seat, zone: seat.zone, ticket: { seatId: seat.seatId } }));
  for (const area of hold.areas) {
    for (let n = 1; n <= area.quantity; n++) {
      places.push({ name: area.quantity === 1 ? area.area : say(words.standing, area.area, n), zone: area.zone, ticket: { area: area.area, quantity: 1 } });
    }
  }
  $("places").replaceChildren(...places.map((place, i) => {
    const offers = (hold.offers[place.zone] || []).filter((each) => !each.pass && !(each.minPerformances > 1));
    const select = make("select", { id: "place-" + i, name: "place-" + i });
    for (const each of offers) {
      select.add(Object.assign(new Option(each.name + " · " + money(each.faceValueMinor, hold.currency), each.priceType),
        { minor: each.faceValueMinor }));
    }
    select.ticket = place.ticket;
    return make("div", { className: "place" }, make("label", { htmlFor: select.id },
      make("span", {}, place.name)), select);
  }));
}

const selects = () => [...$("places").querySelectorAll("select")];

// What must be paid beside tickets is shown and counted; what may be is ticked by who wants it.
function showFees() {
  $("fees").replaceChildren(...hold.fees.map((fee, i) => {
    const tick = make("input", { type: "checkbox", id: "fee-" + i, checked: fee.isRequired, disabled: fee.isRequired });
    tick.fee = fee;
    return make("div", { className: "place" },
      make("label", { htmlFor: tick.id }, tick, " " + fee.name),
      make("span", {}, money(feeMinor(fee), hold.currency)));
  }));
}

const feeMinor = (fee) => fee.amountMinor * (fee.basis === "TICKET" ? selects().length : 1);
const fees = () => [...$("fees").querySelectorAll("input")].filter((tick) => tick.checked).map((tick) => tick.fee);

function count() {
  const tickets = selects().reduce((sum, select) => sum + (select.selectedOptions[0]?.minor || 0), 0);
  $("total").textContent = money(fees().reduce((sum, fee) => sum + feeMinor(fee), tickets), hold.currency);
}

function tick() {
  if (memory.orderId) {
    return;
  }
  const left = Math.round((Date.parse(hold.expiresAt) - Date.now()) / 1000);
  if (left <= 0) {
    $("form").hidden = true;
    tell("more");
    show("NONE", words.over);
  } else {
    tell("more", say(words.left, Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0")));
  }
}

// The same key for the same order, however often it is sent; another once something was changed.
function keyFor(body) {
  const text = JSON.stringify(body);
  if (memory.sent !== text) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
    memory.key = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    memory.sent = text; // in this page's memory only: what somebody typed is not stored in the browser
  }
  return memory.key;
}

async function send(event) {
  event.preventDefault();
  tell("wrong");
  if (!asking.check()) {
    return;
  }
  const told = asking.read();
  const body = {
    holdId: hold.holdId,
    tickets: selects().map((select) => ({ ...select.ticket, priceType: select.value })),
    lines: fees().map((fee) => ({ product: "FEE", fee: fee.fee })),
    buyer: told.values,
    captures: told.captures,
    consents: told.consents,
  };
  $("send").disabled = true;
  try {
    const answer = await call("POST", "/orders",
      { "Hold-Secret": memory.holdSecret, "Idempotency-Key": keyFor(body) }, body);
    if (answer.status === 201) {
      delete memory.sent;
      keep({ ...answer.body, performanceId: hold.performanceId, seller: $("seller").textContent, lines: undefined, tickets: undefined });
      $("form").hidden = true;
      await pay();
      await follow();
      $("said").focus();
    } else {
      refused(answer.body);
    }
  } catch (unreached) {
    tell("wrong", words.problem);
  } finally {
    $("send").disabled = false;
  }
}

function refused(problem) {
  const others = asking.violated(problem.violations || []);
  if ((problem.violations || []).length === 0 || others.length > 0) {
    const gone = problem.code === "HOLD_EXPIRED" || problem.code === "HOLD_RELEASED";
    tell("wrong", gone ? words.over : say(words.refused, problem.code));
    $("wrong").focus();
  }
}

const own = () => ({ "Order-Secret": memory.orderSecret });

// Begins a payment by card; where none is taken here, the box office takes it.
async function pay() {
  if (memory.totalMinor === 0) {
    return;
  }
  const answer = await call("POST", "/orders/" + memory.orderId + "/payments", own(),
    { method: "CARD", amountMinor: memory.totalMinor });
  keep({ redirectUrl: answer.status === 201 ? answer.body.redirectUrl : null, paymentId: answer.body.paymentId });
}

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
  const amount = money(order.outstandingMinor, order.currency);
  const failed = order.payments.find((payment) => payment.paymentId === memory.paymentId)?.state === "FAILED";
  if (failed) {
    await pay();
    tell("more", words.failed);
  }
  show("HELD", say(words.pay, clock(order.payBefore)));
  if (!memory.redirectUrl) {
    tell("act", say(words.payHere, amount, clock(order.payBefore)));
  } else if ($("act").querySelector("a")?.href !== memory.redirectUrl) {
    tell("act", make("a", { className: "button", id: "pay", href: memory.redirectUrl, target: "_blank", rel: "noopener" },
      say(words.payLink, amount)));
  }
}

function tickets(order) {
  $("tickets-section").hidden = false;
  $("number").textContent = order.orderId;
  // In the fragment, which goes to no server.
  $("own").href = "/my-data?lang=" + lang + "#order." + memory.orderId + "." + memory.orderSecret;
  $("tickets").replaceChildren(...order.tickets.map((ticket) =>
    make("li", {}, say(words.ticket, ticket.ticketNumber, ticket.seatId || ticket.area,
      ticket.priceTypeName + " · " + money(ticket.faceValueMinor, order.currency)))));
  $("print").onclick = () => print().catch(trouble);
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

begin().catch(trouble);
