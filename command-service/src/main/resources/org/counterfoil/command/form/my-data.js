// Shows people what is kept of them, and lets them put it right, take it back and let it go. The secret
// comes in the fragment of the address, "#account.<id>.<secret>" or "#order.<id>.<secret>", which goes to
// no server, and is kept for this window only.
import { make, say } from "./asking.js";

const MEMORY = "counterfoil-my-data";
const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const lang = document.documentElement.lang;
const language = lang === "en" ? "en-GB" : lang;
const link = recall();
let kept = null;

function recall() {
  const given = /^#(account|order)\.([0-9a-f-]{36})\.([\w-]+)$/.exec(location.hash);
  if (given) {
    sessionStorage.setItem(MEMORY, JSON.stringify({ kind: given[1], id: given[2], secret: given[3] }));
  }
  history.replaceState(null, "", location.pathname + location.search);
  return JSON.parse(sessionStorage.getItem(MEMORY) || "null");
}

const path = () => "/api/v1" + (link.kind === "account" ? "/accounts/" + link.id : "/orders/" + link.id + "/personal-data");

async function call(method, below, body) {
  const answer = await fetch(path() + below, {
    method,
    cache: "no-store",
    headers: {
      [link.kind === "account" ? "Account-Secret" : "Order-Secret"]: link.secret,
      ...(body ? { "Content-Type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : {} };
}

function show(state, sentence, more) {
  $("now").dataset.state = state;
  $("said").textContent = sentence;
  $("more").hidden = !more;
  $("more").textContent = more || "";
}

const day = (time) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: kept.timeZone }).format(new Date(time));
const word = (name) => words[name.toLowerCase().replace(/_(.)/g, (all, letter) => letter.toUpperCase())] || name;

async function look(said, more) {
  if (!link) {
    show("NONE", words.none);
    return;
  }
  const answer = await call("GET", "");
  if (answer.status !== 200) {
    show(answer.status < 500 ? "NONE" : "PROBLEM",
      answer.status === 404 ? words.nothing : answer.status < 500 ? words.unknown : words.problem);
    return;
  }
  kept = answer.body;
  $("seller").textContent = kept.controller;
  $("own").hidden = false;
  values();
  answers();
  $("gone-section").hidden = kept.erased.length === 0;
  $("gone").replaceChildren(...kept.erased.map((one) => make("li", {}, say(words.gone, name(one.purpose), day(one.at)))));
  $("orders-section").hidden = kept.orders.length === 0;
  $("orders").replaceChildren(...kept.orders.map((order) =>
    make("li", {}, say(words.order, day(order.placedAt), order.title || order.orderId))));
  show("ADMITTED", said || say(words.kept, kept.controller), more);
  if (said) {
    $("said").focus();
  }
}

const name = (purpose) => [...kept.values, ...kept.consents, ...kept.erased]
  .find((one) => one.purpose === purpose && one.purposeName)?.purposeName || purpose;

// Art. 21 of the GDPR: a task in the public interest, and a legitimate interest.
const isOpenToObjection = (value) => ["A6-1-e", "A6-1-f"].includes(value.lawfulBasis);

// One field with all purposes that it is kept for: it is put right everywhere at once.
function values() {
  const fields = new Map();
  kept.values.forEach((value) => {
    const key = value.field + " " + value.value;
    fields.set(key, [...(fields.get(key) || []), value]);
  });
  $("no-values").hidden = fields.size > 0;
  $("values").replaceChildren(...[...fields.values()].map((same, i) => {
    const field = same[0].field.toLowerCase().replace(/_(.)/g, (all, letter) => letter.toUpperCase());
    const id = "value-" + i;
    const input = make("input", { id, name: field, type: "text", value: same[0].value, maxLength: 500 });
    const wrong = make("p", { className: "wrong", hidden: true });
    wrong.setAttribute("role", "alert");
    const form = make("form", { className: "asked" },
      make("label", { htmlFor: id }, word(same[0].field)),
      make("div", { className: "beside" },
        make("div", {}, input, wrong, make("button", { className: "second" }, words.change)),
        make("div", { className: "reasons" }, ...same.map((value) => make("div", { className: "reason" },
          make("p", { className: "name" }, value.purposeName || value.purpose),
          make("details", {}, make("summary", {}, words.notice), make("p", { textContent: value.notice })),
          ...objecting(value))))));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      change(field, input, wrong).catch(trouble);
    });
    return form;
  }));
}

async function change(field, input, wrong) {
  const answer = await call("PATCH", "", { values: { [field]: input.value } });
  wrong.hidden = answer.status === 204;
  if (answer.status === 204) {
    await look(words.changed);
  } else {
    wrong.textContent = words.invalid;
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }
}

function objecting(value) {
  if (!isOpenToObjection(value)) {
    return [];
  }
  if (kept.objections.includes(value.purpose)) {
    return [make("p", {}, words.hasObjected)];
  }
  const button = make("button", { type: "button", className: "second" }, words.object);
  button.dataset.object = value.purpose;
  button.addEventListener("click", () => object(value.purpose).catch(trouble));
  return [make("p", {}, button)];
}

async function object(purpose) {
  const answer = await call("POST", "/objections", { purpose });
  if (answer.status === 204) {
    await look(words.isObjected);
  } else {
    trouble();
  }
}

// The last answer for each purpose; a yes that is in force, or waits, is taken back beside it. What waited for
// somebody to confirm it waits no more once it is erased.
function answers() {
  const isGone = (answer) => answer.what === "TO_BE_CONFIRMED"
    && kept.erased.some((one) => one.purpose === answer.purpose && one.at >= answer.at);
  const last = new Map(kept.consents.map((answer) => [answer.purpose, answer]));
  [...last.values()].filter(isGone).forEach((answer) => last.delete(answer.purpose));
  $("answers-section").hidden = last.size === 0;
  $("answers").replaceChildren(...[...last.values()].map((answer) => {
    const said = word(answer.what === "WITHDRAWN" ? "WITHDREW" : answer.what);
    const line = make("div", { className: "place" }, make("span", {}, say(said, name(answer.purpose), day(answer.at))));
    if (["GIVEN", "RENEWED", "TO_BE_CONFIRMED"].includes(answer.what)) {
      const back = make("button", { type: "button", className: "second", id: "withdraw-" + answer.purpose }, words.withdraw);
      back.addEventListener("click", () => withdraw(answer.purpose).catch(trouble));
      line.append(back);
    }
    return line;
  }));
}

async function withdraw(purpose) {
  const answer = await call("DELETE", "/consents/" + purpose);
  if (answer.status === 204) {
    await look(words.withdrawn);
  } else {
    trouble();
  }
}

async function erase() {
  const button = $("erase");
  if (!button.isAsked) {
    button.isAsked = true;
    button.textContent = button.dataset.sure;
    return;
  }
  const answer = await call("POST", "/erasure", {});
  button.isAsked = false;
  button.textContent = words.erase;
  if (answer.status === 200) {
    const stays = answer.body.kept.map((one) => name(one.purpose)).join(", ");
    await look(words.erased, stays ? say(words.stays, stays) : "");
  } else {
    trouble();
  }
}

function save() {
  const file = new Blob([JSON.stringify(kept, null, 2)], { type: "application/json" });
  const away = make("a", { href: URL.createObjectURL(file), download: "my-data.json" });
  away.click();
  setTimeout(() => URL.revokeObjectURL(away.href), 60_000);
}

function trouble() {
  show("PROBLEM", words.problem);
}

$("save").addEventListener("click", save);
$("erase").addEventListener("click", () => erase().catch(trouble));
look().catch(trouble);
