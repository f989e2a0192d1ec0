// The page at a gate. Whatever reads the code (a reader that types, a camera, fingers), it goes the
// same way; a scan has an id, so that one whose answer was lost is sent again and counts once.
"use strict";
(() => {
  const performance = location.pathname.split("/")[2];
  const words = document.getElementById("words").dataset;
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const $ = (id) => document.getElementById(id);
  const memory = "counterfoil-gate";
  const sayings = {
    ALREADY_ADMITTED: "alreadyAdmitted", WRONG_PERFORMANCE: "wrongPerformance", VOIDED: "voided",
    REISSUED: "reissued", TRANSFERRED: "transferred", UNKNOWN_CODE: "unknownCode", FORGED: "forged", TRAINING: "training",
    NOT_YET_OPEN: "notYetOpen", OVER: "over",
  };
  let zone = "UTC";
  let count = 0;
  let busy = false;
  let lastSeen = { code: "", at: 0 };

  const say = (word, ...values) => values.reduce((text, v, i) => text.replace("{" + i + "}", v), words[word]);
  const clock = (time) => new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: zone }).format(new Date(time));

  // crypto.randomUUID is there only over https; a gate in a hall often has plain http.
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function show(outcome, sign, said, detail = "", place = "", proof = "") {
    $("outcome").dataset.outcome = outcome;
    $("sign").textContent = sign;
    $("said").textContent = said;
    $("detail").textContent = detail;
    $("place").textContent = place;
    $("proof").textContent = proof;
  }

  function signal(isGood) {
    if ($("vibration").checked && navigator.vibrate) {
      navigator.vibrate(isGood ? 80 : [120, 80, 120]);
    }
    if ($("sound").checked && window.AudioContext) {
      const audio = new AudioContext();
      const tone = audio.createOscillator();
      tone.frequency.value = isGood ? 880 : 220;
      tone.connect(audio.destination);
      tone.start();
      tone.stop(audio.currentTime + (isGood ? 0.12 : 0.4));
      tone.onended = () => audio.close();
    }
  }

  const placeOf = (answer) => answer.place
    ? (answer.place.seatId || answer.place.area) + " · " + answer.place.priceTypeName
    : "";

  // A proof that this page has no word for, a newer one, is named as it came.
  const proofOf = (answer) => {
    const proof = answer.place && answer.place.proof;
    return proof ? say("proof", words["proof" + proof[0] + proof.slice(1).toLowerCase()] || proof) : "";
  };

  function tell(answer) {
    const ticket = answer.ticketNumber ? say("ticket", answer.ticketNumber) : "";
    if (answer.admitted) {
      count += 1;
      $("count").textContent = String(count);
      show("admitted", "✓", words.admitted, ticket, placeOf(answer), proofOf(answer));
    } else {
      const earlier = answer.earlier ? say("earlier", clock(answer.earlier.scannedAt), answer.earlier.gate) : ticket;
      show("refused", "✗", words[sayings[answer.reason]] || answer.reason, earlier, placeOf(answer));
    }
    signal(answer.admitted);
  }

  async function send(body) {
    let lost = null;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        return await fetch("/api/v1/admissions", {
          method: "POST", headers: { "Content-Type": "application/json" }, body,
        });
      } catch (error) {
        lost = error;
        await new Promise((again) => setTimeout(again, 400 * (attempt + 1)));
      }
    }
    throw lost;
  }

  async function check(code) {
    if (busy || !code.trim()) {
      return;
    }
    if (!$("gate").checkValidity() || !$("gate").value) {
      show("problem", "?", words.gate);
      return;
    }
    busy = true;
    show("waiting", "", words.waiting);
    try {
      const answer = await send(JSON.stringify({
        code, gate: $("gate").value, performanceIds: [performance], scanId: newId(),
      }));
      if (answer.ok) {
        tell(await answer.json());
      } else if (answer.status === 401) {
        show("problem", "?", words.login);
      } else if (answer.status === 403) {
        show("problem", "?", words.forbidden);
      } else {
        show("problem", "?", say("problem", (await answer.json()).code));
      }
    } catch (lost) {
      show("problem", "?", words.network);
      signal(false);
    } finally {
      busy = false;
      $("code").value = "";
      $("code").focus({ preventScroll: true });
    }
  }

  async function lookThroughCamera() {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    try {
      $("picture").srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch (refused) {
      show("problem", "?", words.noCamera);
      return;
    }
    $("picture").hidden = false;
    await $("picture").play();
    const look = async () => {
      if ($("picture").hidden) {
        return;
      }
      const found = await detector.detect($("picture")).catch(() => []);
      const code = found.length ? found[0].rawValue : "";
      // The same ticket is still before the camera: one look counts.
      if (code && (code !== lastSeen.code || Date.now() - lastSeen.at > 4000)) {
        await check(code);
      }
      if (code) {
        lastSeen = { code, at: Date.now() };
      }
      setTimeout(look, 150);
    };
    look();
  }

  function closeCamera() {
    $("picture").srcObject.getTracks().forEach((track) => track.stop());
    $("picture").hidden = true;
  }

  $("scan").addEventListener("submit", (event) => {
    event.preventDefault();
    check($("code").value);
  });
  $("gate").addEventListener("change", () => {
    $("gate").value = $("gate").value.toUpperCase();
    try {
      localStorage.setItem(memory, $("gate").value);
    } catch (full) {
      // it is asked again next time
    }
  });
  try {
    $("gate").value = localStorage.getItem(memory) || $("gate").value;
  } catch (unreadable) {
    // the usual name stays
  }
  if ("BarcodeDetector" in window && navigator.mediaDevices) {
    $("camera").hidden = false;
    $("camera").addEventListener("click", () => ($("picture").hidden ? lookThroughCamera() : closeCamera()));
  }
  fetch("/api/v1/performances/" + performance + "/offers")
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((shown) => {
      if (shown) {
        zone = shown.timeZone;
        const when = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(new Date(shown.startsAt));
        $("title").textContent = say("title", shown.title, when);
      }
    })
    .catch(() => {});
})();
