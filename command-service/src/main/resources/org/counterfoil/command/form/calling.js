// Asks the API. An answer that is lost is asked for again under the same key, and nothing is done twice.

/** The answer's status and body. */
export async function call(method, path, headers, body) {
  const answer = await fetch("/api/v1" + path, {
    method,
    cache: "no-store",
    headers: { ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : {} };
}

/** A UUID; crypto.randomUUID is there only over https. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The same key for the same request, however often it is sent; another once something was changed. */
export class Keys {

  keyFor(body) {
    const text = JSON.stringify(body); // in this page's memory only, as somebody typed what is in it
    if (this.sent !== text) {
      this.key = newKey();
      this.sent = text;
    }
    return this.key;
  }

  /** It was answered: what comes is another request, even of the same words. */
  forget() {
    this.sent = null;
  }
}
