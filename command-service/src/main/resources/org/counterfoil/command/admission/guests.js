// The guest list of a performance: who is expected by name, for whoever stands at the door, and who is
// put on it. Names are shown, and kept by nothing in this browser.
import { Asking, make, say } from "/forms/asking.js";
import { Keys, call } from "/forms/calling.js";

const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const lang = document.documentElement.lang;
const language = lang === "en" ? "en-GB" : lang;
const performanceId = location.pathname.split("/")[2];
const path = "/performances/" + performanceId + "/guest-list";
const keys = new Keys();
const explaining = new Asking({ fields: [], purposes: [] }, words, "");
let performance = null;
let purposes = [];
let guests = [];

function show(state, sentence, more) {
  $("now").dataset.state = state;
  $("said").textContent = sentence;
  $("more").hidden = !more;
  $("more").textContent = more || "";
}

function tell(id, text) {
  $(id).hidden = !text;
  $(id).textContent = text || "";
}

async function begin() {
  const answer = await call("GET", "/performances/" + performanceId + "/offers");
  if (answer.status !== 200) {
    show("NONE", words.unknown);
    return;
  }
  performance = answer.body;
  $("title").textContent = performance.title;
  document.title = performance.title + " · " + document.title;
  tell("lead", new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: performance.timeZone })
    .format(new Date(performance.startsAt)) + " · " + performance.venueName);
  await learnWhy();
  $("list-section").hidden = false;
  $("add-section").hidden = false;
  show("ASKED", words.ready, purposes.length === 0 ? words.noPurpose : "");
  $("find").hidden = purposes.length === 0;
}

// Names are kept for a declared purpose of the door, under its text in this language or in the other.
async function learnWhy() {
  for (const one of [lang, lang === "fr" ? "en" : "fr"]) {
    const { items } = (await call("GET", "/privacy/" + performance.organisationId + "/notices?language=" + one)).body;
    const fitting = items.filter((purpose) => purpose.dpvPurpose === "EnforceAccessControl"
      && purpose.fields.includes("name") && !purpose.consent && purpose.notices.length > 0);
    purposes.push(...fitting.filter((purpose) => purposes.every((known) => known.key !== purpose.key)));
  }
  $("purpose").replaceChildren(...purposes.map((purpose) => new Option(purpose.name, purpose.key)));
  $("purpose-choice").hidden = purposes.length < 2;
  explain();
}

const chosen = () => purposes.find((purpose) => purpose.key === $("purpose").value);

function explain() {
  const purpose = chosen();
  if (purpose) {
    const { language: written, text } = purpose.notices.at(-1);
    $("name-why").replaceChildren(make("p", { className: "name" }, purpose.name),
      ...explaining.explained({ ...purpose, language: written, text }));
  }
}

function refusal(answer) {
  if (answer.status === 401) {
    return words.login;
  }
  const known = { ACCESS_DENIED: words.forbidden, VAULT_UNAVAILABLE: words.vault, NOTICE_OUTDATED: words.outdated };
  return known[answer.body.code] || say(words.refused, answer.body.code || answer.status);
}

async function read() {
  tell("list-wrong");
  const answer = await call("GET", path, { "Disclosure-Reason": $("reason").value });
  if (answer.status !== 200) {
    tell("list-wrong", refusal(answer));
    $("list-wrong").focus();
    return;
  }
  // As people of this language sort names; the service knows no language.
  guests = answer.body.items.sort((one, other) => (one.name || "").localeCompare(other.name || "", lang));
  $("shown").hidden = false;
  filter();
}

// Without accents and capitals: at a door names are typed in haste.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function filter() {
  const wanted = plain($("search").value.trim());
  const found = guests.filter((guest) => plain(guest.name || "").includes(wanted)
    || guest.tickets.some((ticket) => String(ticket.ticketNumber) === wanted));
  const isIn = (guest) => guest.tickets.some((ticket) => ticket.admitted);
  $("count").textContent = guests.length === 0 ? words.nobody
    : say(words.count, found.length, guests.length, guests.filter(isIn).length);
  $("guests").replaceChildren(...found.map(line));
}

function line(guest) {
  const tickets = guest.tickets.map((ticket) => make("span", { className: "ticket" },
    say(words.ticket, ticket.ticketNumber) + (ticket.isVoid ? " · " + words.isVoid : ""),
    ...(ticket.admitted ? [" ", make("strong", { className: "in" }, words.admitted)] : [])));
  const made = make("li", { className: "guest" },
    make("span", {}, make("strong", {}, guest.name || words.restricted), ...(guest.onList ? [] : [" ", make("span", { className: "quiet" }, words.holder)])),
    make("span", {}, ...tickets));
  made.dataset.subject = guest.subjectId;
  if (guest.onList) {
    const away = make("button", { type: "button", className: "second" }, words.remove);
    away.setAttribute("aria-label", say(words.removeWhom, guest.name || words.restricted));
    away.addEventListener("click", () => remove(guest, away).catch(trouble));
    made.append(away);
  }
  return made;
}

async function remove(guest, button) {
  if (!button.isAsked) {
    button.isAsked = true;
    button.textContent = words.removeSure;
    button.removeAttribute("aria-label");
    return;
  }
  const answer = await call("DELETE", path + "/" + guest.subjectId);
  if (answer.status === 204) {
    guests = guests.filter((one) => one !== guest);
    filter();
    show("ADMITTED", words.removed);
    $("said").focus();
  } else {
    tell("list-wrong", refusal(answer));
    $("list-wrong").focus();
  }
}

async function find() {
  tell("find-wrong");
  $("value").removeAttribute("aria-invalid");
  $("add").hidden = true;
  const value = $("value").value.trim();
  const by = $("by").value;
  const answer = await call("POST", "/orders/search", {}, {
    organisationId: performance.organisationId,
    ...(by === "orderId" ? {} : { performanceId }),
    [by]: by === "ticketNumber" ? Number(value) : value,
  });
  if (answer.status === 401 || answer.status === 403) {
    tell("find-wrong", refusal(answer));
    return;
  }
  const order = answer.status === 200 ? answer.body.items.find((one) => mine(one).length > 0) : null;
  if (!order) {
    tell("find-wrong", words.notFound);
    $("value").setAttribute("aria-invalid", "true");
    $("value").focus();
    return;
  }
  offer(order, by === "orderId" ? null : (ticket) => (by === "seatId" ? ticket.seatId === value : String(ticket.ticketNumber) === value));
}

const mine = (order) => order.tickets.filter((ticket) =>
  ticket.performanceId === performanceId && ticket.ticketNumber && !ticket.isVoid);

function offer(order, isNamed) {
  const tickets = mine(order);
  const choice = (label, told, isChosen) => {
    const radio = make("input", { type: "radio", name: "ticket", checked: isChosen });
    radio.told = told;
    return make("label", {}, radio, " " + label);
  };
  const named = isNamed ? tickets.find(isNamed) : null;
  $("tickets").replaceChildren(
    ...(tickets.length > 1 ? [choice(say(words.all, tickets.length), { orderId: order.orderId }, !named)] : []),
    ...tickets.map((ticket) => choice(say(words.one, ticket.ticketNumber, ticket.seatId || ticket.area),
      { ticketId: ticket.ticketId }, ticket === named || tickets.length === 1)));
  $("add").hidden = false;
  $("name").focus();
}

async function add() {
  tell("wrong");
  tell("name-wrong");
  $("name").removeAttribute("aria-invalid");
  const name = $("name").value.trim();
  if (name === "") {
    invalid(words.missing);
    return;
  }
  const told = [...$("tickets").querySelectorAll("input")].find((radio) => radio.checked).told;
  const body = { name, ...told, purpose: chosen().key, notice: chosen().notices.at(-1).noticeVersionId };
  $("send").disabled = true;
  try {
    const answer = await call("POST", path, { "Idempotency-Key": keys.keyFor(body) }, body);
    if (answer.status === 201) {
      keys.forget();
      $("name").value = "";
      $("value").value = "";
      $("add").hidden = true;
      show("ADMITTED", words.added, say(words.addedWith, answer.body.ticketNumbers.join(", ")));
      $("said").focus();
      if (!$("shown").hidden) {
        await read();
      }
    } else if ((answer.body.violations || []).some((violation) => violation.field === "name")) {
      invalid(words.invalid);
    } else {
      tell("wrong", refusal(answer));
      $("wrong").focus();
    }
  } finally {
    $("send").disabled = false;
  }
}

function invalid(text) {
  tell("name-wrong", text);
  $("name").setAttribute("aria-invalid", "true");
  $("name").focus();
}

function trouble() {
  show("PROBLEM", words.problem);
}

function on(id, act) {
  $(id).addEventListener("submit", (event) => {
    event.preventDefault();
    act().catch(trouble);
  });
}

on("ask", read);
on("find", find);
on("add", add);
$("search").addEventListener("input", filter);
$("purpose").addEventListener("change", explain);
begin().catch(trouble);
