// Records a payout: reads the provider's settlement file and sends it as the API takes it.
"use strict";
(() => {
  const form = document.querySelector("form[data-payout]");
  if (!form) {
    return;
  }
  const problem = document.querySelector("[data-payout-problem]");
  const button = form.querySelector("button");

  function show(text) {
    problem.textContent = text;
    problem.hidden = text === "";
  }

  // Digits are moved, not multiplied: amounts are exact.
  function minor(text, digits) {
    const [whole, part = ""] = text.trim().replace(",", ".").split(".");
    if (part.length > digits) {
      return NaN;
    }
    return Number(whole + part.padEnd(digits, "0"));
  }

  async function send() {
    const fields = new FormData(form);
    const answer = await fetch(form.dataset.to, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        provider: fields.get("provider").trim(),
        reference: fields.get("reference").trim(),
        arrivedOn: fields.get("arrivedOn"),
        amountMinor: minor(fields.get("amount"), Number(form.dataset.digits)),
        settlementFile: await fields.get("file").text(),
      }),
    });
    if (!answer.ok) {
      const told = await answer.json();
      const faults = (told.violations ?? []).map((fault) => `${fault.field}: ${fault.message}`);
      show([told.detail, ...faults].join(" "));
      return;
    }
    // The page waits until it has what was recorded.
    const position = answer.headers.get("Counterfoil-Position");
    await fetch(location.href, { headers: { "Counterfoil-Min-Position": position } });
    location.reload();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show("");
    button.disabled = true;
    try {
      await send();
    } catch (failed) {
      show(form.dataset.unsent);
    } finally {
      button.disabled = false;
    }
  });
})();
