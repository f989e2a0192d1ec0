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
  async function reached(form, answer) {
    const position = answer.headers.get("Counterfoil-Position");
    if (position) {
      await fetch(form.dataset.wait, { headers: { "Counterfoil-Min-Position": position } });
    }
  }

  async function reload(form, answer) {
    await reached(form, answer);
    location.reload();
  }

  function nameOf(purpose) {
    const names = document.querySelector("template[data-purposes]");
    const name = names?.content.querySelector(`data[value="${CSS.escape(purpose)}"]`);
    return name?.textContent ?? purpose;
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
      row.querySelector("[data-unconfirmed]").hidden = person.unconfirmedAccountIds.length === 0;
      row.querySelector("[data-fill=purposes]").textContent = person.purposes.map(nameOf).join(", ");
      row.querySelector("[data-fill=orders]").textContent = person.orderIds.length;
      place.append(row);
    }
    form.parentElement.querySelector("[data-found]").hidden = told.items.length === 0;
    form.parentElement.querySelector("[data-nobody]").hidden = told.items.length > 0;
  }

  // What is certified has a page of its own, which stays; nothing was erased where it has no position.
  async function certificate(form, answer) {
    const told = await answer.json();
    if (told.position < 0) {
      location.reload();
      return;
    }
    await reached(form, answer);
    location.assign(form.dataset.next.replace("{position}", told.position));
  }

  // In the page's language where it has words; the API's are English.
  function refusal(form, told) {
    const words = document.querySelector("template[data-problems]");
    const faults = told.violations ?? [];
    if (!words) {
      return [told.detail, ...faults.map((fault) => `${fault.field}: ${fault.message}`)].join(" ");
    }
    const said = words.content.querySelector(`data[value="${CSS.escape(told.code)}"]`);
    const named = faults.map((fault) => label(form, fault.field)).filter((name) => name !== "");
    return (said?.textContent ?? words.dataset.otherwise)
      + (named.length === 0 ? "" : ` ${words.dataset.field} ${named.join(", ")}.`);
  }

  function label(form, name) {
    const field = [...form.elements].find((one) => one.name === name || one.dataset.header === name);
    return field?.closest("label")?.querySelector("span")?.textContent ?? "";
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
      problem(form, refusal(form, told));
    } else if (form.dataset.then === "people") {
      people(form, await answer.json());
    } else if (form.dataset.then === "certificate") {
      await certificate(form, answer);
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

  for (const button of document.querySelectorAll("button[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
})();
