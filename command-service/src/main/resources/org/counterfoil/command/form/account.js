// Opens an account without a password: its secret is shown once, and is kept by nobody else.
import { Asking, say } from "./asking.js";
import { Keys, call } from "./calling.js";

const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const lang = document.documentElement.lang;
const organisationId = location.pathname.split("/")[2];
const keys = new Keys();
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
  const answer = await call("GET", "/privacy/" + organisationId + "/forms/account?language=" + lang);
  form = answer.status === 200 ? answer.body : { purposes: [] };
  if (!form.purposes.some((purpose) => purpose.question === "NONE")) {
    show("NONE", words.none);
    return;
  }
  $("seller").textContent = form.controller;
  asking = new Asking(form, words, "buyer.");
  asking.showFields($("fields"));
  asking.showQuestions($("questions"));
  $("questions-section").hidden = asking.questions.length === 0;
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
  if (Object.keys(told.values).length === 0) {
    asking.mark("field-" + form.fields[0].field, say(words.missing, form.fields[0].label)).focus();
    return;
  }
  const body = { organisationId, buyer: told.values, captures: told.captures, consents: told.consents };
  $("send").disabled = true;
  try {
    const answer = await call("POST", "/accounts", { "Idempotency-Key": keys.keyFor(body) }, body);
    if (answer.status === 201) {
      keys.forget();
      opened(answer.body, told.consents.some((consent) => consent.given));
    } else if (answer.status === 429) {
      wrong(words.tooMany);
    } else {
      refused(answer.body);
    }
  } catch (unreached) {
    wrong(words.problem);
  } finally {
    $("send").disabled = false;
  }
}

function refused(problem) {
  const violations = problem.violations || [];
  if (violations.length === 0 || asking.violated(violations).length > 0) {
    wrong(words.problem);
  }
}

// In the fragment, which goes to no server.
function opened(account, isAgreed) {
  const own = "/my-data?lang=" + lang + "#account." + account.accountId + "." + account.accountSecret;
  $("form").hidden = true;
  $("own").href = own;
  $("link").value = location.origin + own;
  $("opened").hidden = false;
  show("ADMITTED", words.opened, isAgreed && form.confirmation ? words.toConfirm : "");
  $("said").focus();
}

// Browsers let pages copy over https alone.
if (navigator.clipboard) {
  $("copy").hidden = false;
  $("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText($("link").value);
    $("copied").textContent = words.copied;
  });
}

$("link").addEventListener("focus", () => $("link").select());
$("save").addEventListener("click", () => {
  const file = new Blob([$("link").value + "\n"], { type: "text/plain" });
  const away = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: "my-account.txt" });
  away.click();
  setTimeout(() => URL.revokeObjectURL(away.href), 60_000);
});
begin().catch(() => show("PROBLEM", words.problem));
