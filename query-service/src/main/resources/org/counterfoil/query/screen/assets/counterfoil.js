// Keeps a page current. The server renders every figure; this asks for them again when the stream
// says that something changed, draws the curve, and shows whether the connection stands.
"use strict";
(() => {
  const page = document.querySelector("[data-stream]");
  if (!page) {
    return;
  }

  const SHORTEST_INTERVAL = 500;
  const PATIENCE = 4000;
  const status = document.querySelector("[data-connection]");
  let source = null;
  let reached = null;
  let waiting = false;
  let loss = null;
  let before = new Map();
  let opened = new Set();
  let scrolled = new Map();

  function show(state) {
    if (status && status.dataset.state !== state) {
      status.dataset.state = state;
      status.textContent = status.dataset[state];
    }
  }

  // The page was rendered at a position; what the stream says about it or an earlier one is known.
  function isNews(position) {
    const known = reached === null ? Number(page.dataset.position) : reached;
    reached = Math.max(known, position);
    return position > known;
  }

  function refresh() {
    if (waiting) {
      return;
    }
    waiting = true;
    setTimeout(() => {
      waiting = false;
      document.querySelectorAll("[data-refresh]").forEach((part) => htmx.trigger(part, "changed"));
    }, SHORTEST_INTERVAL);
  }

  function open() {
    if (source || document.hidden) {
      return;
    }
    source = new EventSource(page.dataset.stream);
    source.addEventListener("open", () => {
      clearTimeout(loss);
      loss = null;
      show("live");
    });
    source.addEventListener("changed", (event) => {
      if (isNews(Number(event.lastEventId))) {
        const answer = JSON.parse(event.data);
        document.dispatchEvent(new CustomEvent("counterfoil:answer", { detail: answer }));
        refresh();
      }
    });
    source.addEventListener("error", () => {
      // The server ends every stream now and then; the browser is back before anybody need worry.
      loss = loss ?? setTimeout(() => show("lost"), PATIENCE);
      // A browser gives up after an answer that is no stream, such as 503; then we come back.
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(open, 5000);
      }
    });
  }

  function close() {
    if (source) {
      source.close();
      source = null;
    }
    clearTimeout(loss);
    loss = null;
    show("paused");
  }

  function figures(root) {
    return [...root.querySelectorAll("[data-figure]")];
  }

  // What the reader has opened and how far tables are scrolled is the reader's, not the server's.
  function remember() {
    opened = new Set([...document.querySelectorAll("details[id][open]")].map((d) => d.id));
    scrolled = new Map([...document.querySelectorAll(".scroll[id]")].map((s) => [s.id, s.scrollLeft]));
  }

  function restore() {
    opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    scrolled.forEach((left, id) => {
      const region = document.getElementById(id);
      if (region && region.scrollLeft !== left) {
        region.scrollLeft = left;
      }
    });
  }

  document.addEventListener("htmx:beforeSwap", () => {
    remember();
    before = new Map(figures(document).map((f) => [f.dataset.figure, f.textContent]));
  });
  document.addEventListener("htmx:afterSettle", () => {
    restore();
    for (const figure of figures(document)) {
      const old = before.get(figure.dataset.figure);
      if (old !== undefined && old !== figure.textContent) {
        figure.classList.add("changed");
        requestAnimationFrame(() =>
          requestAnimationFrame(() => figure.classList.remove("changed")));
      }
    }
  });

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  open();
})();
