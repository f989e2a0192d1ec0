// Reads files of comma-separated values as far as a page must, the same way as the service, which
// decides: RFC 4180, also with semicolons or tabs, in UTF-8 or windows-1252.

/** The text of a file, and as what it was read. */
export function decoded(bytes) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), charset: "utf-8" };
  } catch (another) {
    return { text: new TextDecoder("windows-1252").decode(bytes), charset: "windows-1252" };
  }
}

/** What there is most of in the head, outside of quotes. */
export function delimiterOf(text) {
  const found = new Map([[",", 0], [";", 0], ["\t", 0]]);
  let isQuoted = false;
  let isBegun = false;
  for (const one of text) {
    if (one === "\n" && !isQuoted && isBegun) {
      break;
    }
    isBegun ||= one.trim() !== "";
    isQuoted = one === '"' ? !isQuoted : isQuoted;
    if (!isQuoted && found.has(one)) {
      found.set(one, found.get(one) + 1);
    }
  }
  return [...found].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** Its lines with something in them, each as a list of values. */
export function* records(text, delimiter) {
  let values = [];
  let value = "";
  let isQuoted = false;
  for (let at = 0; at <= text.length; at++) {
    const one = text[at];
    if (isQuoted && one !== undefined) {
      if (one !== '"') {
        value += one;
      } else if (text[at + 1] === '"') {
        value += one;
        at++;
      } else {
        isQuoted = false;
      }
    } else if (one === '"' && value === "") {
      isQuoted = true;
    } else if (one === delimiter) {
      values.push(value);
      value = "";
    } else if (one === "\n" || one === "\r" || one === undefined) {
      values.push(value);
      if (values.length > 1 || values[0].trim() !== "") {
        yield values;
      }
      values = [];
      value = "";
    } else {
      value += one;
    }
  }
}

/** How many different words of a column are told; more is no list of words. */
export const MOST_WORDS = 12;

/** The columns of a file: name, how many lines fill it, and its words where they are few. */
export function columnsOf(text) {
  const delimiter = delimiterOf(text);
  let columns = null;
  let lines = 0;
  for (const values of records(text, delimiter)) {
    if (columns === null) {
      columns = values.map((name) => ({ name: name.trim(), filled: 0, words: new Set() }));
      continue;
    }
    lines++;
    columns.forEach((column, i) => {
      const word = (values[i] || "").trim();
      if (word !== "") {
        column.filled++;
        if (column.words.size <= MOST_WORDS) {
          column.words.add(word);
        }
      }
    });
  }
  return { delimiter, columns: columns || [], lines };
}
