// Shows what a form asks of people, with why beside each field, and reads what they tell. Nothing is
// sent for a purpose that was not shown, and nothing at all for one that asks for a yes without it.

/** An element with a class, a text and children. */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const say = (text, ...values) => values.reduce((said, v, i) => said.replace("{" + i + "}", v), text);

const KINDS = {
  email: { type: "email", autocomplete: "email", inputMode: "email" },
  name: { type: "text", autocomplete: "name" },
  telephone: { type: "tel", autocomplete: "tel" },
  address: { type: "text", autocomplete: "street-address" },
  accessNeeds: { type: "text", autocomplete: "off" },
};

export class Asking {

  /** @param prefix where the values stand in the request, such as "buyer." */
  constructor(form, words, prefix) {
    this.form = form;
    this.words = words;
    this.prefix = prefix;
    this.byKey = new Map(form.purposes.map((purpose) => [purpose.purpose, purpose]));
    this.questions = form.purposes.filter((purpose) => purpose.question !== "NONE");
  }

  showFields(where) {
    where.replaceChildren(...this.form.fields.map((field) => this.field(field)));
  }

  showQuestions(where) {
    where.replaceChildren(...this.questions.map((purpose) => this.question(purpose)));
  }

  field(field) {
    const { words } = this;
    const id = "field-" + field.field;
    const input = make("input", { id, name: field.field, maxLength: 500, required: field.required, ...KINDS[field.field] });
    input.setAttribute("aria-describedby", id + "-why " + id + "-wrong");
    const mark = field.required ? words.required : words.optional;
    return make("div", { className: "asked" },
      make("label", { htmlFor: id }, field.label + " ", make("span", { className: "mark" }, "(" + mark + ")")),
      make("div", { className: "beside" },
        make("div", {}, input, this.wrong(id)),
        make("div", { className: "reasons", id: id + "-why" }, ...field.purposes.map((key) => this.reason(key)))));
  }

  wrong(id) {
    const wrong = make("p", { className: "wrong", id: id + "-wrong", hidden: true });
    wrong.setAttribute("role", "alert");
    return wrong;
  }

  reason(key) {
    const purpose = this.byKey.get(key);
    return make("div", { className: "reason" },
      make("p", { className: "name" }, purpose.name),
      ...(purpose.question === "CONSENT" ? [make("p", {}, this.words.onlyWithYes)] : []),
      ...this.explained(purpose));
  }

  // The basis, how long, who else is told, and the whole text as it was published.
  explained(purpose) {
    const { words } = this;
    const told = purpose.recipients.length > 0 ? [make("p", {}, say(words.told, purpose.recipients.join(", ")))] : [];
    return [
      make("p", {}, purpose.basis),
      make("p", {}, say(words.kept, purpose.kept)),
      ...told,
      make("details", {}, make("summary", {}, words.notice),
        make("p", { lang: purpose.language, textContent: purpose.text })),
    ];
  }

  question(purpose) {
    return purpose.question === "OPT_OUT" ? this.optOut(purpose) : this.consent(purpose);
  }

  consent(purpose) {
    const { words } = this;
    const id = "question-" + purpose.purpose;
    const answer = (value, label) =>
      make("label", {}, make("input", { type: "radio", name: id, value, id: id + "-" + value }), label);
    const set = make("fieldset", { className: "asked", id },
      make("legend", {}, say(words.agree, purpose.name)),
      make("div", { className: "reasons", id: id + "-why" }, ...this.explained(purpose)),
      make("div", { className: "answers" }, answer("yes", words.yes), answer("no", words.no)),
      this.wrong(id));
    set.setAttribute("aria-describedby", id + "-why " + id + "-wrong");
    return set;
  }

  // Marketing to one's own buyers: said plainly, and ended by one tick at the same place.
  optOut(purpose) {
    const { words } = this;
    const id = "question-" + purpose.purpose;
    return make("fieldset", { className: "asked", id },
      make("legend", {}, purpose.name),
      make("p", {}, say(words.optOut, this.form.controller)),
      make("div", { className: "no" },
        make("label", {}, make("input", { type: "checkbox", name: id, id: id + "-no" }), words.optOutNo)),
      make("div", { className: "reasons" }, ...this.explained(purpose)),
      this.wrong(id));
  }

  // Yes, no, or no answer.
  answerTo(purpose) {
    const id = "question-" + purpose.purpose;
    if (purpose.question === "OPT_OUT") {
      return !document.getElementById(id + "-no").checked;
    }
    const chosen = document.querySelector('input[name="' + id + '"]:checked');
    return chosen === null ? null : chosen.value === "yes";
  }

  // What is told, as requests say it.
  read() {
    const told = { values: {}, captures: {}, consents: [] };
    this.sent = [];
    for (const purpose of this.questions) {
      const given = this.answerTo(purpose);
      if (given !== null) {
        this.sent.push(purpose.purpose);
        told.consents.push({ purpose: purpose.purpose, given, notice: purpose.notice });
      }
    }
    const isUsed = (purpose) => purpose.question === "NONE" || this.answerTo(purpose) === true;
    for (const field of this.form.fields) {
      const value = document.getElementById("field-" + field.field).value.trim();
      const purposes = field.purposes.map((key) => this.byKey.get(key)).filter(isUsed);
      if (value !== "" && purposes.length > 0) {
        told.values[field.field] = value;
        told.captures[field.field] = purposes.map(({ purpose, notice }) => ({ purpose, notice }));
      }
    }
    return told;
  }

  clear() {
    document.querySelectorAll("form .wrong").forEach((wrong) => { wrong.hidden = true; });
    document.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  }

  // What can be seen without asking; true where nothing is wrong.
  check() {
    this.clear();
    const { words } = this;
    let first = null;
    const wrong = (id, text) => { first = first || this.mark(id, text); };
    for (const field of this.form.fields) {
      const input = document.getElementById("field-" + field.field);
      if (field.required && input.value.trim() === "") {
        wrong(input.id, say(words.missing, field.label));
      } else if (input.value.trim() !== "" && input.type === "email" && !input.checkValidity()) {
        wrong(input.id, words.email);
      }
    }
    for (const purpose of this.questions.filter((each) => each.question === "CONSENT" && this.answerTo(each) === true)) {
      const fields = this.form.fields.filter((field) => purpose.fields.includes(field.field));
      if (fields.every((field) => document.getElementById("field-" + field.field).value.trim() === "")) {
        wrong("question-" + purpose.purpose, say(words.needed, fields.map((field) => field.label).join(", ")));
      }
    }
    if (first !== null) {
      first.focus();
    }
    return first === null;
  }

  // Shows a problem at its field; what to focus.
  mark(id, text) {
    const wrong = document.getElementById(id + "-wrong");
    wrong.textContent = text;
    wrong.hidden = false;
    const place = document.getElementById(id);
    const target = place.tagName === "FIELDSET" ? place.querySelector("input") : place;
    target.setAttribute("aria-invalid", "true");
    return target;
  }

  // Shows what the answer to a request found wrong; what of it has no place here is given back.
  violated(violations) {
    const others = [];
    let first = null;
    for (const { field } of violations) {
      const value = field.startsWith(this.prefix) ? field.slice(this.prefix.length).split(/[.[]/)[0] : null;
      const consent = /^consents\[(\d+)\]/.exec(field);
      if (value !== null && this.form.fields.some((each) => each.field === value)) {
        first = first || this.mark("field-" + value, value === "email" ? this.words.email : this.words.invalid);
      } else if (consent !== null && this.sent[Number(consent[1])]) {
        first = first || this.mark("question-" + this.sent[Number(consent[1])], this.words.invalid);
      } else {
        others.push(field);
      }
    }
    if (first !== null) {
      first.focus();
    }
    return others;
  }
}
