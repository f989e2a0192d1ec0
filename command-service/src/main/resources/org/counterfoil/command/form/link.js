// Does what a link was sent for, once its button is pressed: not when it is opened, for programs open
// links as well. The token comes in the fragment of the address, which goes to no server.
const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const token = location.hash.slice(1);

function show(state, sentence, more) {
  $("now").dataset.state = state;
  $("said").textContent = sentence;
  $("more").hidden = !more;
  $("more").textContent = more || "";
  $("said").focus();
}

async function act() {
  $("do").disabled = true;
  const answer = await fetch("/api/v1/privacy/" + $("now").dataset.call, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (answer.status === 200) {
    const { withdrawalToken } = await answer.json();
    $("do").hidden = true;
    $("after").hidden = !withdrawalToken;
    $("back").href = "/withdrawals?lang=" + document.documentElement.lang + "#" + withdrawalToken;
    show("ADMITTED", words.done, words.doneMore);
  } else if (answer.status < 500) {
    $("do").hidden = true;
    show("NONE", words.unknown);
  } else {
    trouble();
  }
}

function trouble() {
  $("do").disabled = false;
  show("PROBLEM", words.problem);
}

// Who asks, and for what, in the words of the organisation's register.
async function introduce() {
  const answer = await fetch("/api/v1/privacy/links", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token, language: document.documentElement.lang === "fr" ? "FR" : "EN" }),
  });
  if (answer.status === 200 && $("now").dataset.state === "ASKED") {
    const { controller, purposes } = await answer.json();
    $("said").textContent = purposes.length > 0
      ? words.about.replace("{0}", controller).replace("{1}", purposes.join(", "))
      : words.aboutAll.replace("{0}", controller);
  }
}

if (token) {
  $("do").hidden = false;
  introduce().catch(() => {});
  $("do").addEventListener("click", () => act().catch(trouble));
  $("other").addEventListener("click", () => { $("other").hash = token; });
} else {
  $("now").dataset.state = "NONE";
  $("said").textContent = words.unknown;
  $("more").hidden = true;
}
