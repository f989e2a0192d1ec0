// What scripts say, in the language of the page, which has the words in a template.

/** The words of a key; the end of the key where there are none. */
export function word(key) {
  const words = document.getElementById("words").content;
  return words.querySelector('[data-word="' + key + '"]')?.textContent ?? key.split(".").pop();
}

/** A text with {0}, {1} … filled in. */
export const say = (text, ...values) => values.reduce((said, value, i) => said.replace("{" + i + "}", () => value), text);
