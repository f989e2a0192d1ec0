// Sends a form as a command of the API, and shows what is answered. What somebody types stands in the
// body, never in an address. A form says where it goes (data-to, with fields as {name}), how
// (data-method), and what follows (data-then: reload, people, certificate).
"use strict";
(() => {
  function path(form) {
    return form.dataset.to.replace(/\{(\w+)\}/g, (all, name) =>
      encodeURIComponent(form.elements[name].value));
  }

  function headers(form) {
    const told = { "Content-Type": "application/json" };
    for (const field of form.elements) {
      if (field.dataset.header && field.value) {
        told[field.dataset.header] = field.value;
      }
    }
    return told;
  }

  function body(form) {
    const told = {};
    for (const field of form.elements) {
      const isTold = field.name && field.value.trim() !== "" && !("apart" in field.dataset);
      if (isTold && !field.dataset.header) {
        const name = field.dataset.nameFrom ? form.elements[field.dataset.nameFrom].value : field.name;
        told[name] = "list" in field.dataset ? field.value.trim().split(/[\s,]+/) : field.value.trim();
      }
    }
    return JSON.stringify(told);
  }

  function problem(form, text) {
    const place = form.parentElement.querySelector("[data-problem]");
    place.textContent = text;
    place.hidden = text === "";
  }

  // The page waits until it has what was recorded; on one that names nobody, which records no reading.
  async function reload(form, answer) {
    const position = answer.headers.get("Counterfoil-Position");
    if (position) {
      await fetch(form.dataset.wait, { headers: { "Counterfoil-Min-Position": position } });
    }
    location.reload();
  }

  function people(form, told) {
    const place = form.parentElement.querySelector("[data-people]");
    const template = form.parentElement.querySelector("template");
    place.replaceChildren();
    for (const person of told.items) {
      const row = template.content.cloneNode(true);
      const link = row.querySelector("a");
      link.textContent = person.subjectId;
      link.href = link.dataset.to.replace("{subject}", person.subjectId)
        .replace("{reason}", form.querySelector("[data-header]").value);
      row.querySelector("[data-fill=purposes]").textContent = person.purposes.join(", ");
      row.querySelector("[data-unconfirmed]").hidden = person.unconfirmedAccountIds.length === 0;
      row.querySelector("[data-fill=orders]").textContent = person.orderIds.length;
      place.append(row);
    }
    form.parentElement.querySelector("[data-found]").hidden = told.items.length === 0;
    form.parentElement.querySelector("[data-nobody]").hidden = told.items.length > 0;
  }

  function certificate(form, told) {
    const place = form.parentElement.querySelector("[data-certificate]");
    const fill = (name, text) => {
      place.querySelector(`[data-fill=${name}]`).textContent = text;
    };
    fill("position", told.position);
    fill("at", new Date(told.at).toLocaleString(document.documentElement.lang));
    fill("purposes", told.keys.map((key) => key.purpose).join(", ") || "–");
    fill("keys", told.keys.map((key) => key.keyId).join(", ") || "–");
    fill("kept", told.kept.map((kept) => `${kept.purpose} (${kept.duty})`).join(", ") || "–");
    fill("recipients", told.recipients.join(", ") || "–");
    fill("backups", told.inBackupsUntil);
    place.hidden = false;
    place.focus();
  }

  async function send(form) {
    const method = form.dataset.method ?? "POST";
    const answer = await fetch(path(form), {
      method,
      headers: headers(form),
      body: method === "DELETE" ? undefined : body(form),
    });
    if (!answer.ok) {
      const told = await answer.json();
      const faults = (told.violations ?? []).map((fault) => `${fault.field}: ${fault.message}`);
      problem(form, [told.detail, ...faults].join(" "));
    } else if (form.dataset.then === "people") {
      people(form, await answer.json());
    } else if (form.dataset.then === "certificate") {
      certificate(form, await answer.json());
    } else {
      await reload(form, answer);
    }
  }

  for (const form of document.querySelectorAll("form[data-command]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem(form, "");
      const button = form.querySelector("button");
      button.disabled = true;
      try {
        await send(form);
      } catch (failed) {
        problem(form, form.dataset.unsent);
      } finally {
        button.disabled = false;
      }
    });
  }
})();
