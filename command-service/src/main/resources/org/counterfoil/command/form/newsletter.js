// Asks whether somebody wants to be written to. The answer is the same whoever it is.
import { Asking, say } from "./asking.js";

const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const lang = document.documentElement.lang;
const path = "/api/v1/privacy/" + location.pathname.split("/")[2];
let form = null;
let asking = null;

function show(state, sentence, more) {
  $("now").dataset.state = state;
  $("said").textContent = sentence;
  $("more").hidden = !more;
  $("more").textContent = more || "";
}

function wrong(text) {
  $("wrong").hidden = !text;
  $("wrong").textContent = text || "";
  if (text) {
    $("wrong").focus();
  }
}

async function begin() {
  const answer = await fetch(path + "/forms/newsletter?language=" + lang, { cache: "no-store" });
  form = answer.status === 200 ? await answer.json() : { purposes: [] };
  if (form.purposes.length === 0) {
    show("NONE", words.none);
    return;
  }
  $("seller").textContent = form.controller;
  asking = new Asking(form, words, "");
  asking.showQuestions($("questions"));
  asking.showFields($("fields"));
  // Here the text is what is agreed to: it stands open.
  $("questions").querySelectorAll("details").forEach((details) => { details.open = true; });
  $("form").hidden = false;
  $("form").addEventListener("submit", send);
  show("ASKED", say(words.asked, form.controller));
}

async function send(event) {
  event.preventDefault();
  wrong("");
  if (!asking.check()) {
    return;
  }
  const told = asking.read();
  const agreed = told.consents.filter((consent) => consent.given);
  if (told.consents.length === 0) {
    wrong(words.choose);
    return;
  }
  $("send").disabled = true;
  try {
    for (const { purpose, given, notice } of agreed) {
      const { email, ...values } = told.values;
      const answer = await fetch(path + "/subscriptions", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ email, values, purpose, given, notice }),
      });
      if (answer.status !== 204) {
        refused(answer.status, await answer.json());
        return;
      }
    }
    $("form").hidden = true;
    if (agreed.length > 0) {
      show("ADMITTED", words.sent, form.confirmation ? words.toConfirm : "");
    } else {
      show("ADMITTED", words.refused, words.noMore);
    }
    $("said").focus();
  } catch (unreached) {
    wrong(words.problem);
  } finally {
    $("send").disabled = false;
  }
}

function refused(status, problem) {
  if (status === 429) {
    wrong(words.tooMany);
  } else if ((problem.violations || []).length === 0 || asking.violated(problem.violations).length > 0) {
    wrong(words.problem);
  }
}

begin().catch(() => show("PROBLEM", words.problem));
