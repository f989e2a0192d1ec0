// Draws the sales curve: tickets sold so far over time, in the venue's time zone.
"use strict";
(() => {
  const chart = document.querySelector("[data-curve]");
  if (!chart || typeof uPlot === "undefined") {
    return;
  }

  // English as the server writes it: the day stands before the month.
  const language = document.documentElement.lang === "fr" ? "fr-FR" : "en-GB";
  const zone = chart.dataset.zone;
  const currency = chart.dataset.currency;
  const digits = Number(chart.dataset.digits);
  const count = new Intl.NumberFormat(language);
  const money = new Intl.NumberFormat(language, { style: "currency", currency });
  const format = (options) => new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  const time = format({ hour: "2-digit", minute: "2-digit", hour12: false });
  const day = format({ day: "numeric", month: "short" });
  const moment = format({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false });
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const hourIn = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });

  let plot = null;
  let points = JSON.parse(chart.dataset.curve);

  // Days are named where they begin, hours between them.
  function tick(date, step) {
    return step >= 86400 || hourIn.format(date) === "00" ? day.format(date) : time.format(date);
  }

  // Where no pointer is, the legend tells the newest point.
  function tellNewest() {
    plot.setLegend({ idx: points.length - 1 }, false);
  }

  function rows() {
    return [
      points.map((p) => Date.parse(p.at) / 1000),
      points.map((p) => p.sold),
      points.map((p) => p.grossMinor / 10 ** digits),
    ];
  }

  function axis(extra) {
    return {
      stroke: colour("--ink-soft"),
      font: "12px " + getComputedStyle(document.body).fontFamily,
      grid: { stroke: colour("--rule"), width: 1 },
      ticks: { show: false },
      ...extra,
    };
  }

  function draw() {
    if (plot) {
      plot.destroy();
      plot = null;
    }
    if (points.length === 0) {
      return;
    }
    document.querySelectorAll("[data-empty]").forEach((text) => text.remove());
    plot = new uPlot(
      {
        width: chart.clientWidth,
        height: chart.clientWidth < 500 ? 190 : 240,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone),
        cursor: { y: false, drag: { x: false, y: false } },
        scales: { y: { range: (u, min, max) => [0, Math.max(1, max) * 1.05] }, gross: { auto: true } },
        axes: [
          axis({
            grid: { show: false },
            values: (u, splits, index, space, step) =>
              splits.map((s) => tick(new Date(s * 1000), step)),
          }),
          axis({
            size: 52,
            values: (u, splits) => splits.map((s) => (Number.isInteger(s) ? count.format(s) : "")),
          }),
        ],
        series: [
          { label: chart.dataset.labelAt, value: (u, s) => (s == null ? "–" : moment.format(new Date(s * 1000))) },
          {
            label: chart.dataset.labelSold,
            value: (u, v) => (v == null ? "–" : count.format(v)),
            stroke: colour("--sold"),
            width: 2,
            fill: "color-mix(in srgb, " + colour("--sold") + " 14%, transparent)",
            paths: uPlot.paths.stepped({ align: 1 }),
            points: { show: points.length < 2 },
          },
          {
            label: chart.dataset.labelGross,
            scale: "gross",
            value: (u, v) => (v == null ? "–" : money.format(v)),
            width: 0,
            points: { show: false },
          },
        ],
        hooks: {
          setCursor: [(u) => u.cursor.idx == null && tellNewest()],
        },
      },
      rows(),
      chart,
    );
    tellNewest();
  }

  document.addEventListener("counterfoil:answer", (event) => {
    points = event.detail.curve;
    if (plot === null || points.length < 3) {
      draw();
    } else {
      plot.setData(rows());
      tellNewest();
    }
  });
  new ResizeObserver(() => plot && plot.setSize({ width: chart.clientWidth, height: plot.height })).observe(chart);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
})();
