// Shows what an import did, or would do. There is no value in it.
import { say, word } from "./words.js";

const COUNTS = ["lines", "newPeople", "knownPeople", "unchangedPeople", "peopleNotTaken",
  "suppressedPeople", "repeatedLines", "faultyLines"];
const number = new Intl.NumberFormat(document.documentElement.lang === "fr" ? "fr" : "en-GB");

function row(cells) {
  const made = document.createElement("tr");
  cells.forEach(([name, text, className]) => {
    const cell = document.createElement(name);
    cell.textContent = text;
    cell.className = className || "";
    if (name === "th") {
      cell.scope = "row";
    }
    made.append(cell);
  });
  return made;
}

const counted = (what, count) => row([["th", what], ["td", number.format(count), "number"]]);

/** Shows it; the second tells what a purpose is called. */
export function show(report, called) {
  const place = document.getElementById("report");
  const figures = COUNTS.map((key) => counted(word("count." + key), report[key]));
  for (const [purpose, count] of Object.entries(report.captures)) {
    figures.push(counted(say(word("word.captured"), called(purpose)), count));
  }
  for (const one of report.consents) {
    figures.push(counted(say(word("word.given"), called(one.purpose)), one.given));
    figures.push(counted(say(word("word.refused"), called(one.purpose)), one.refused));
    for (const [reason, count] of Object.entries(one.notCounted)) {
      figures.push(counted(say(word("word.notCounted"), called(one.purpose), word("notCounted." + reason)), count));
    }
  }
  document.getElementById("report-title").textContent = word(report.dryRun ? "word.tried" : "word.done");
  place.querySelector("[data-figures]").replaceChildren(...figures);
  const faults = place.querySelector("[data-faults]");
  faults.hidden = report.faults.length === 0;
  faults.querySelector("tbody").replaceChildren(...report.faults.map((fault) =>
    row([["th", number.format(fault.line), "number"], ["td", fault.column || ""], ["td", word("fault." + fault.code)]])));
  place.dataset.state = report.dryRun ? "TRIED" : "DONE";
  place.hidden = false;
  place.focus();
}
