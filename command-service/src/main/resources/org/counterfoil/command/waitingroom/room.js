// The buyer's page of a waiting room. The visitor's secret (a nonce) is made here and leaves the
// browser only if the buyer has lost the token that it was exchanged for.
"use strict";
(() => {
  const performance = location.pathname.split("/")[2];
  const api = "/api/v1/performances/" + performance;
  const memory = "counterfoil-waiting-room-" + performance;
  const words = document.getElementById("words").dataset;
  // English here is that of Europe, as on the other pages.
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const whole = new Intl.NumberFormat(language);
  const $ = (id) => document.getElementById(id);
  let draw = null;
  let visitor = recall();
  let timer = 0;
  let ends = null;
  let counted = "until";
  let tokens = null;

  // What is kept may be kept by nobody (private windows): then it lasts as long as the page.
  function recall() {
    try {
      return JSON.parse(localStorage.getItem(memory)) || {};
    } catch (unreadable) {
      return {};
    }
  }

  function keep() {
    try {
      localStorage.setItem(memory, JSON.stringify(visitor));
    } catch (full) {
      // the page still knows it
    }
  }

  const say = (word, ...values) => values.reduce((text, v, i) => text.replace("{" + i + "}", v), words[word]);
  const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("");

  function show(state, sentence) {
    $("now").dataset.state = state;
    if ($("said").textContent !== sentence) {
      $("said").textContent = sentence; // a live region: said aloud only when it changes
    }
  }

  function part(name, text) {
    document.querySelector('[data-part="' + name + '"]').hidden = text === null;
    if (text !== null) {
      $(name).textContent = text;
    }
  }

  function clock(time) {
    return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", timeZone: draw.timeZone })
      .format(new Date(time));
  }

  // The hour, and the day with it where that is not today: at the performance's place, as the rest.
  function moment(word, time) {
    const day = (at) => new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: draw.timeZone }).format(at);
    const then = day(new Date(time));
    return then === day(new Date()) ? say(word, clock(time)) : say(word + "On", then, clock(time));
  }

  function duration(seconds) {
    const minutes = Math.round(seconds / 60);
    if (minutes < 1) {
      return words.second;
    }
    return minutes < 60 ? say("minutes", minutes) : say("hours", Math.floor(minutes / 60), minutes % 60);
  }

  // A range, because nobody knows how long those before will take.
  function estimate(me) {
    if (me.estimatedWaitSeconds === undefined) {
      return words.unknown;
    }
    const soonest = me.earliestWaitSeconds || 0;
    const latest = Math.max(soonest, me.estimatedWaitSeconds) * 1.5;
    if (latest < 60) {
      return words.soon;
    }
    return duration(soonest) === duration(latest) ? say("about", duration(soonest)) : say("range", duration(soonest), duration(latest));
  }

  async function get(path, headers) {
    const answer = await fetch(api + path, { headers: headers || {}, cache: "no-store" });
    return { status: answer.status, body: await answer.json() };
  }

  function later(seconds, what) {
    clearTimeout(timer);
    timer = setTimeout(() => what().catch(trouble), seconds * 1000);
  }

  function trouble() {
    show("PROBLEM", words.problem);
    later(5 + Math.random() * 5, look);
  }

  async function look() {
    const answer = await get("/waiting-room/draw?limit=1");
    if (answer.status === 404) {
      none();
      return;
    }
    if (answer.status !== 200) {
      trouble();
      return;
    }
    draw = answer.body;
    publish();
    await go();
  }

  // One may be set at any moment, and this page may have been faster than the news of it.
  function none() {
    show("NONE", words.none);
    later(10 + Math.random() * 10, look);
  }

  function publish() {
    document.title = draw.title + " · " + document.title.split(" · ").slice(-2).join(" · ");
    $("title").textContent = draw.title;
    $("lead").hidden = false;
    $("lead").textContent = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: draw.timeZone })
      .format(new Date(draw.startsAt)) + " · " + draw.venueName;
    for (const name of ["seedHash", "listHash", "seed"]) {
      if (draw[name]) {
        $(name).textContent = draw[name];
      }
    }
    $("trust").hidden = Boolean(draw.beacon);
    $("beacon").hidden = !draw.beacon;
    if (draw.beacon) {
      $("source").textContent = draw.beacon.source;
      $("awaited").hidden = Boolean(draw.beacon.value);
      part("beaconValue", draw.beacon.value || $("beaconValue").textContent);
    }
    $("list").parentElement.hidden = !draw.listHash;
    $("published").href = api + "/waiting-room/draw";
    $("list").href = api + "/waiting-room/draw/visitors";
  }

  async function go() {
    $("enter").hidden = true;
    if (draw.phase === "NONE") {
      none();
    } else if (draw.phase === "ENDED" && !held()) {
      show("NONE", words.notNeeded);
    } else if (draw.phase === "ANNOUNCED") {
      show("ANNOUNCED", moment("announced", draw.lobbyOpensAt));
      const left = (Date.parse(draw.lobbyOpensAt) - Date.now()) / 1000;
      later(Math.min(60, Math.max(1, left)) + Math.random() * 2, look);
    } else if (visitor.token) {
      await poll();
    } else if (!window.crypto || !crypto.subtle) {
      show("PROBLEM", words.insecure);
    } else {
      show("DOOR", draw.phase === "LOBBY" ? words.door : words.late);
      $("enter").hidden = false;
    }
  }

  async function enter() {
    $("enter").disabled = true;
    if (!visitor.nonce) {
      visitor = { nonce: hex(crypto.getRandomValues(new Uint8Array(32))) };
    }
    const bytes = Uint8Array.from(visitor.nonce.match(/../g), (pair) => parseInt(pair, 16));
    visitor.id = hex(await crypto.subtle.digest("SHA-256", bytes));
    keep();
    const join = async (body) => fetch(api + "/waiting-room",
      { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    let answer = await join({ nonceHash: visitor.id });
    if (answer.status === 403) {
      answer = await join({ nonceHash: visitor.id, nonce: visitor.nonce });
    }
    $("enter").disabled = false;
    if (answer.status !== 201) {
      trouble();
      return;
    }
    visitor.token = (await answer.json()).visitorToken;
    keep();
    await poll();
  }

  async function poll() {
    $("enter").hidden = true;
    const answer = await get("/waiting-room/me", { "Visitor-Token": visitor.token });
    if (answer.status === 403 || answer.status === 404) {
      visitor = {};
      keep();
      await look();
      return;
    }
    if (answer.status !== 200) {
      trouble();
      return;
    }
    const me = answer.body;
    await refreshDraw(me);
    tell(me);
    later(me.pollAfterSeconds, poll);
  }

  // What is published grows twice: at the closing and at the opening.
  async function refreshDraw(me) {
    if (!draw.seed && (me.state !== "LOBBY" || me.estimatedWaitSeconds === 0)) {
      const answer = await get("/waiting-room/draw?limit=1");
      if (answer.status === 200) {
        draw = answer.body;
        publish();
      }
    }
  }

  function tell(me) {
    $("figures").hidden = false;
    part("yours", visitor.id || null);
    part("position", me.position === undefined ? null : whole.format(me.position));
    const places = held();
    part("ahead", me.state === "WAITING" && me.ahead !== undefined ? whole.format(me.ahead) : null);
    part("visitors", me.state === "ADMITTED" ? null : whole.format(Math.max(1, me.visitors)));
    part("wait", me.state === "WAITING" && !me.soldOut ? estimate(me) : null);
    $("again").hidden = places !== null || (me.ended !== "EXPIRED" && me.ended !== "USED");
    const mayHold = places === null && me.admissionToken;
    tokens = mayHold ? { "Visitor-Token": visitor.token, "Admission-Token": me.admissionToken } : null;
    ends = places ? Date.parse(places.expiresAt) : mayHold ? Date.parse(me.admissionExpiresAt) : null;
    counted = places ? "toOrder" : "until";
    part("until", null);
    part("toOrder", null);
    count();
    offer().catch(trouble);
    tellHeld(places);
    show(places ? "HELD" : me.state, places ? say("held", clock(places.expiresAt)) : sentence(me));
  }

  // What was held by this page, for as long as it is; the room hears of a hold a moment later.
  function held() {
    return visitor.held && Date.parse(visitor.held.expiresAt) > Date.now() ? visitor.held : null;
  }

  function tellHeld(places) {
    $("held").hidden = places === null;
    if (places !== null) {
      $("places").textContent = places.names.join(", ");
      $("number").textContent = places.holdId;
      // In the fragment, which goes to no server.
      $("order").href = "/order?lang=" + document.documentElement.lang + "#" + places.holdId + "." + places.holdSecret;
    }
  }

  function sentence(me) {
    if (me.state === "LOBBY") {
      return me.estimatedWaitSeconds > 0 ? moment("lobby", me.opensAt) : words.drawing;
    }
    if (me.state === "WAITING") {
      return me.soldOut ? words.soldOut : me.estimatedWaitSeconds === undefined ? words.standing : words.waiting;
    }
    const ended = { USED: words.used, EXPIRED: words.expired, NOT_NEEDED: words.notNeeded };
    return me.ended ? ended[me.ended] : words.admitted;
  }

  async function offer() {
    $("hold").hidden = !tokens;
    if (!tokens || $("zone").options.length > 0) {
      return;
    }
    const offers = (await get("/offers")).body;
    for (const { zone, capacity } of offers.zones.filter((each) => offers.offers[each.zone])) {
      const areas = offers.areas.filter((area) => area.zone === zone);
      if (capacity > areas.reduce((sum, area) => sum + area.capacity, 0)) {
        $("zone").add(new Option(zone, JSON.stringify({ bestAvailable: { zone } })));
      }
      areas.forEach((area) => $("zone").add(new Option(area.name, JSON.stringify({ area: area.name }))));
    }
    for (let n = 1; n <= offers.rules.maxSeatsPerHold; n++) {
      $("quantity").add(new Option(String(n), String(n), n === 2, n === 2));
    }
  }

  async function hold(event) {
    event.preventDefault();
    const wish = JSON.parse($("zone").value);
    (wish.bestAvailable || wish).quantity = Number($("quantity").value);
    const answer = await fetch(api + "/holds",
      { method: "POST", headers: { "Content-Type": "application/json", ...tokens }, body: JSON.stringify(wish) });
    const body = await answer.json();
    $("outcome").hidden = answer.status === 201;
    if (answer.status !== 201) {
      $("outcome").textContent = refusal(body.code);
      return;
    }
    const names = body.seats.map((s) => s.section + " " + s.row + " " + s.seat)
      .concat(body.areas.map((a) => a.quantity + " × " + a.area));
    visitor.held = { holdId: body.holdId, holdSecret: body.holdSecret, expiresAt: body.expiresAt, names };
    keep();
    // The shop around this page takes the hold over.
    document.dispatchEvent(new CustomEvent("counterfoil:held", { detail: body }));
    await poll();
  }

  function refusal(code) {
    const known = { NOT_ENOUGH_SEATS: words.notEnough, HOLD_LIMIT_REACHED: words.limit };
    return known[code] || say("refused", code);
  }

  function again() {
    visitor = {};
    keep();
    $("outcome").hidden = true;
    $("again").hidden = true;
    enter().catch(trouble);
  }

  function count() {
    if (ends !== null) {
      const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
      part(counted, Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0"));
    }
  }

  setInterval(count, 1000);
  // A hold that is over is told at once, not with the next poll.
  setInterval(() => $("now").dataset.state === "HELD" && !held() && poll().catch(trouble), 1000);
  $("enter").addEventListener("click", () => enter().catch(trouble));
  $("again").addEventListener("click", again);
  $("hold").addEventListener("submit", (event) => hold(event).catch(trouble));
  look().catch(trouble);
})();
