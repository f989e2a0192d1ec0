// Brings in a file of people: what its columns mean is chosen here, tried, and only then written. The
// file is read by this page and by the service, and kept by neither.
import { MOST_WORDS, columnsOf, decoded } from "./csv.js";
import { show } from "./import-report.js";
import { say, word } from "./words.js";

const form = document.querySelector("form[data-import]");
const find = (selector, within = form) => within.querySelector(selector);
const all = (selector, within = form) => [...within.querySelectorAll(selector)];
const USUAL_YES = ["1", "yes", "y", "true", "oui", "o", "vrai", "x"];
const USUAL_NO = ["0", "no", "n", "false", "non", "faux"];
const CODE = /^[A-Z0-9][A-Z0-9-]{0,34}$/;
let file = null;
let tried = null;

function told(place, text) {
  place.textContent = text;
  place.hidden = text === "";
}

/** Says what is wrong beside the field that it is wrong in. */
function wrong(field, text) {
  const place = document.getElementById(field.getAttribute("aria-describedby") || "") || find("[data-problem]");
  told(place, text);
  field.setAttribute("aria-invalid", "true");
  field.focus();
  return null;
}

function clear() {
  all("[role=alert]").forEach((place) => told(place, ""));
  all("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
}

function failed(text) {
  told(find("[data-problem]"), text);
  find("[data-problem]").focus();
}

/** Whatever was changed is to be tried before it is brought in. */
function again() {
  tried = null;
  find("[data-run]").disabled = true;
}

async function choose() {
  const chosen = form.elements.file.files[0];
  file = null;
  find("#found").textContent = "";
  all("[data-after-file], [data-told-step], [data-asked-step]").forEach((step) => { step.hidden = true; });
  if (!chosen) {
    return;
  }
  const bytes = await chosen.arrayBuffer();
  const { text, charset } = decoded(bytes);
  const read = columnsOf(text);
  file = { bytes, charset, columns: read.columns };
  if (form.elements.exportedAt.value === "") {
    const changed = new Date(chosen.lastModified);
    form.elements.exportedAt.value =
      new Date(changed - changed.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }
  const between = { ",": "comma", ";": "semicolon", "\t": "tab" }[read.delimiter];
  find("#found").textContent = read.columns.length === 0
    ? word("word.noColumns")
    : say(word("word.found"), read.columns.length, read.lines, word("word." + between), charset.toUpperCase());
  find("[data-columns]").replaceChildren(...read.columns.map(row));
  all("[data-after-file]").forEach((step) => { step.hidden = read.columns.length === 0; });
  understand();
}

/** A column is known by its name, so it needs one of its own. */
function row(column, i, columns) {
  const made = document.getElementById("column").content.cloneNode(true);
  find("th", made).textContent = column.name;
  find("td", made).textContent = column.filled;
  const isNamed = column.name !== "" && columns.filter((one) => one.name === column.name).length === 1;
  if (isNamed) {
    find("select", made).name = "column-" + i;
    find("select", made).column = column;
    find("select", made).setAttribute("aria-label", say(word("word.meaningOf"), column.name));
  } else {
    find("select", made).replaceWith(word("word.notNamed"));
  }
  return made;
}

/** Which column has a meaning; the first, where several have. */
function columnOf(meaning) {
  return all("[data-columns] select").find((select) => select.value === meaning)?.column;
}

/** Shows what must be said of the meanings that were chosen. */
function understand() {
  again();
  let isAnyTold = false;
  let isAnyAsked = false;
  for (const purpose of all("[data-told]")) {
    all("[data-box]", purpose).forEach((label) => {
      label.hidden = !columnOf("field " + label.dataset.box);
      find("input", label).checked &&= !label.hidden;
    });
    purpose.hidden = all("[data-box]", purpose).every((label) => label.hidden);
    find("[data-under]", purpose).hidden = all(":checked[type=checkbox]", purpose).length === 0;
    isAnyTold ||= !purpose.hidden;
  }
  for (const purpose of all("[data-asked]")) {
    const key = purpose.dataset.asked;
    purpose.hidden = !["answer", "at", "source", "text"].some((what) => columnOf(what + " " + key));
    find("[data-text-of-all]", purpose).hidden = !!columnOf("text " + key);
    find("[data-source-of-all]", purpose).hidden = !!columnOf("source " + key);
    explain(purpose, key);
    isAnyAsked ||= !purpose.hidden;
  }
  find("[data-told-step]").hidden = !isAnyTold;
  find("[data-asked-step]").hidden = !isAnyAsked;
}

/** Asks what words mean that the service would not know; once, until other columns are chosen. */
function explain(purpose, key) {
  const columns = ["answer", "source", "text"].map((what) => [what, columnOf(what + " " + key)]);
  const chosen = columns.map(([what, column]) => what + "=" + (column ? column.name : "")).join();
  const place = find("[data-words]", purpose);
  if (place.chosen === chosen && place.file === file) {
    return;
  }
  Object.assign(place, { chosen, file });
  place.replaceChildren();
  for (const [what, column] of columns) {
    const words = column && column.words.size <= MOST_WORDS ? [...column.words] : [];
    const isKnown = (one) => what === "answer" && isUsual(one);
    if (words.some((one) => !isKnown(one))) {
      place.append(...words.map((one) => meaning(purpose, what, column, one)));
    }
  }
}

const isUsual = (one) => [...USUAL_YES, ...USUAL_NO].includes(one.toLowerCase());

function meaning(purpose, what, column, one) {
  const label = document.createElement("label");
  let field = document.createElement("select");
  if (what === "answer") {
    field.append(new Option(word("word.fault"), ""), new Option(word("word.yes"), "yes"), new Option(word("word.no"), "no"));
    field.value = USUAL_YES.includes(one.toLowerCase()) ? "yes" : USUAL_NO.includes(one.toLowerCase()) ? "no" : "";
  } else if (what === "text") {
    field.append(...[...find("[data-text-of-all] select", purpose).options].map((each) => each.cloneNode(true)));
  } else {
    field = document.createElement("input");
    field.maxLength = 35;
    field.autocomplete = "off";
    field.value = CODE.test(one) ? one : "";
  }
  field.dataset.wordOf = what;
  field.word = one;
  label.append(say(word("word.means"), column.name, one), " ", field);
  return label;
}

/** What the columns mean, as the service takes it; missing where something must be said first. */
function mapping() {
  clear();
  const { source, exportedAt, dates } = form.elements;
  if (!file) {
    return wrong(form.elements.file, word("word.noFile"));
  }
  source.value = source.value.trim().toUpperCase();
  if (!CODE.test(source.value)) {
    return wrong(source, word("word.badSource"));
  }
  if (!(Date.parse(exportedAt.value) <= Date.now())) {
    return wrong(exportedAt, word("word.badTime"));
  }
  const meanings = new Map();
  for (const select of all("[data-columns] select").filter((one) => one.value !== "")) {
    if (meanings.has(select.value)) {
      return wrong(select, say(word("word.twice"), select.selectedOptions[0].textContent));
    }
    meanings.set(select.value, select.column.name);
  }
  const made = {
    source: source.value,
    exportedAt: new Date(exportedAt.value).toISOString(),
    reference: meanings.get("reference"),
    lastContact: meanings.get("lastContact"),
    fields: {},
    captures: {},
    consents: [],
    dates: dates.value,
  };
  return fields(made, meanings) && consents(made, meanings) && covered(made) ? made : null;
}

function fields(made, meanings) {
  for (const [meaning, column] of meanings) {
    const [what, key] = meaning.split(" ");
    if (what === "field") {
      made.fields[key] = column;
    }
  }
  for (const purpose of all("[data-told]")) {
    for (const box of all(":checked[type=checkbox]", purpose)) {
      (made.captures[box.value] ||= []).push(
        { purpose: purpose.dataset.told, notice: find("[data-under] select", purpose).value });
    }
  }
  const first = find("[data-columns] select");
  return Object.keys(made.fields).length > 0 || wrong(first || form.elements.file, word("word.noField")) !== null;
}

function consents(made, meanings) {
  for (const purpose of all("[data-asked]").filter((one) => !one.hidden)) {
    const key = purpose.dataset.asked;
    const of = (what) => meanings.get(what + " " + key);
    if (!of("answer")) {
      failed(say(word("word.noAnswer"), purpose.dataset.name));
      return false;
    }
    const words = (what) => all("[data-word-of=" + what + "]", purpose).filter((field) => field.value.trim() !== "");
    const map = (what) => Object.fromEntries(words(what).map((field) => [field.word, field.value.trim()]));
    const answers = words("answer");
    const isSaid = all("[data-word-of=answer]", purpose).length > 0;
    made.consents.push({
      purpose: key,
      answer: of("answer"),
      at: of("at"),
      source: of("source"),
      sources: of("source") ? map("source") : undefined,
      sourceCode: of("source") ? undefined : find("[data-source-of-all] input", purpose).value.trim().toUpperCase() || undefined,
      notice: of("text") ? undefined : find("[data-text-of-all] select", purpose).value || undefined,
      text: of("text"),
      texts: of("text") ? map("text") : undefined,
      yes: isSaid ? answers.filter((field) => field.value === "yes").map((field) => field.word) : undefined,
      no: isSaid ? answers.filter((field) => field.value === "no").map((field) => field.word) : undefined,
    });
  }
  return true;
}

/** Nothing is kept without a purpose. */
function covered(made) {
  for (const key of Object.keys(made.fields)) {
    const isAsked = made.consents.some((consent) =>
      find('[data-asked="' + consent.purpose + '"]').dataset.fields.split(" ").includes(key));
    if (!isAsked && !made.captures[key]) {
      const select = all("[data-columns] select").find((one) => one.value === "field " + key);
      wrong(select, say(word("word.noPurpose"), select.selectedOptions[0].textContent));
      return false;
    }
  }
  return true;
}

/** Headers have no letters beyond ASCII; JSON can do without. */
const header = (made) => JSON.stringify(made).replace(/[\u007f-\uffff]/g,
  (one) => "\\u" + one.charCodeAt(0).toString(16).padStart(4, "0"));

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

async function send(isDry) {
  const sent = isDry ? { mapping: mapping(), file, key: key() } : tried;
  if (!sent || !sent.mapping) {
    return;
  }
  clear();
  again();
  find("[data-try]").disabled = true;
  find("[data-busy]").textContent = word("word.busy");
  let isKept = !isDry; // what was not answered can be sent again, under the same key
  try {
    const onError = form.elements.whole.checked ? "REFUSE" : "SKIP";
    const answer = await fetch(form.dataset.to + "?dryRun=" + isDry + "&onError=" + onError, {
      method: "POST",
      headers: {
        "Content-Type": "text/csv; charset=" + sent.file.charset,
        "Import-Mapping": header(sent.mapping),
        ...(isDry ? {} : { "Idempotency-Key": sent.key }),
      },
      body: sent.file.bytes,
    });
    const body = await answer.json();
    isKept = answer.ok ? isDry : answer.status >= 500;
    if (answer.ok) {
      show(body, called);
      if (!isDry) {
        await earlier(answer.headers.get("Counterfoil-Position"));
      }
    } else {
      refused(answer.status, body);
    }
  } catch (unreached) {
    failed(word("word.unsent"));
  } finally {
    find("[data-busy]").textContent = "";
    find("[data-try]").disabled = false;
    tried = isKept ? sent : null;
    find("[data-run]").disabled = !isKept;
  }
}

/** What a purpose is called here. */
const called = (purpose) =>
  find('[data-told="' + purpose + '"], [data-asked="' + purpose + '"]')?.dataset.name || purpose;

function refused(status, problem) {
  if (status === 401 || status === 403) {
    failed(word("word.login"));
    return;
  }
  const faults = (problem.violations || []).map((fault) => fault.field + ": " + fault.message);
  failed([problem.detail, ...faults].join(" "));
}

/** The list of imports, once it has this one. */
async function earlier(position) {
  const answer = await fetch(location.href, { headers: { "Counterfoil-Min-Position": position } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("earlier").replaceWith(page.getElementById("earlier"));
}

if (form) {
  form.elements.file.addEventListener("change", () => choose().catch(() => failed(word("word.unsent"))));
  form.addEventListener("change", (event) => event.target.name !== "file" && understand());
  form.addEventListener("input", again);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(true);
  });
  find("[data-run]").addEventListener("click", () => send(false));
  form.dataset.state = "READY";
}
