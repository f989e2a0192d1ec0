// The places of one hold: what each costs, whose each is by name where that is asked, and the fees beside.
import { make, say } from "./asking.js";

export class Places {

  /**
   * @param hold as the API tells it, with its secret
   * @param performance what it is for
   * @param holders why names of holders are asked, as forms say it; usually nothing
   */
  constructor(hold, performance, holders, asking, words, money) {
    Object.assign(this, { hold, performance, holders, asking, words, money });
  }

  /** @param performances how many are ordered together, on which prices may depend */
  show(title, performances, leave) {
    const { hold } = this;
    const places = hold.seats.map((seat) =>
      ({ name: seat.section + " " + seat.row + " " + seat.seat, zone: seat.zone, ticket: { seatId: seat.seatId } }));
    for (const area of hold.areas) {
      for (let n = 1; n <= area.quantity; n++) {
        places.push({ name: area.quantity === 1 ? area.area : say(this.words.standing, area.area, n), zone: area.zone, ticket: { area: area.area, quantity: 1 } });
      }
    }
    this.places = places.map((place, i) => this.place(place, hold.holdId + "-" + i, performances));
    this.fees = hold.fees.map((fee, i) => this.fee(fee, hold.holdId + "-fee-" + i));
    this.element = make("div", { className: "places-of" }, ...(title ? [title] : []), ...(leave ? [leave] : []),
      ...this.places.map((place) => place.element), ...this.fees.map((fee) => fee.element));
    return this.element;
  }

  // A price that a pass pays is for one performance; one for a series needs as many as it says.
  place(place, id, performances) {
    const offers = (this.hold.offers[place.zone] || []).filter((each) =>
      (!each.pass || performances === 1) && (each.minPerformances || 1) <= performances);
    const select = make("select", { id: "place-" + id, name: "place-" + id });
    select.setAttribute("aria-describedby", select.id + "-wrong");
    for (const each of offers) {
      const name = each.pass ? say(this.words.byPass, each.name) : each.name;
      select.add(Object.assign(new Option(name + " · " + this.money(each.faceValueMinor), each.priceType), { offer: each }));
    }
    const holders = this.holders.map((purpose) => this.holder(purpose, place.name, id));
    const element = make("div", {},
      make("div", { className: "place" }, make("label", { htmlFor: select.id }, make("span", {}, place.name)), select),
      this.asking.wrong(select.id), ...holders.map((holder) => holder.element));
    return { ticket: place.ticket, select, holders, element };
  }

  holder(purpose, place, id) {
    const { words } = this;
    const input = make("input", { id: "holder-" + id + "-" + purpose.purpose, type: "text", maxLength: 500, autocomplete: "off", required: purpose.required });
    input.setAttribute("aria-describedby", input.id + "-why " + input.id + "-wrong");
    const element = make("div", { className: "asked" },
      make("label", { htmlFor: input.id }, say(words.holder, place) + " ",
        make("span", { className: "mark" }, "(" + (purpose.required ? words.required : words.optional) + ")")),
      make("div", { className: "beside" },
        make("div", {}, input, this.asking.wrong(input.id)),
        make("div", { className: "reasons", id: input.id + "-why" },
          make("p", { className: "name" }, purpose.name), ...this.asking.explained(purpose))));
    return { purpose, input, element };
  }

  // What must be paid beside tickets is shown and counted; what may be is ticked by who wants it.
  fee(fee, id) {
    const tick = make("input", { type: "checkbox", id, checked: fee.isRequired, disabled: fee.isRequired });
    const minor = fee.amountMinor * (fee.basis === "TICKET" ? this.places.length : 1);
    const element = make("div", { className: "place" },
      make("label", { htmlFor: id }, tick, " " + fee.name), make("span", {}, this.money(minor)));
    return { fee, tick, minor, element };
  }

  offers() {
    return this.places.map((place) => place.select.selectedOptions[0]?.offer).filter((offer) => offer);
  }

  /** In minor units; what a pass pays is told apart. */
  totals() {
    const sum = (offers) => offers.reduce((minor, offer) => minor + offer.faceValueMinor, 0);
    const fees = this.fees.filter((fee) => fee.tick.checked).reduce((minor, fee) => minor + fee.minor, 0);
    return { minor: sum(this.offers()) + fees, passMinor: sum(this.offers().filter((offer) => offer.pass)) };
  }

  /** The first holder's name that is needed and missing; shown at its field. */
  missing() {
    const empty = this.places.flatMap((place) => place.holders)
      .filter((holder) => holder.purpose.required && holder.input.value.trim() === "");
    empty.forEach((holder) => this.asking.mark(holder.input.id, this.words.holderMissing));
    return empty[0]?.input || null;
  }

  /** As requests say it. */
  tickets() {
    return this.places.map((place) => {
      const told = place.holders.find((holder) => holder.input.value.trim() !== "");
      return {
        ...place.ticket,
        holdId: this.hold.holdId,
        priceType: place.select.value,
        ...(told ? { holder: { name: told.input.value.trim(), purpose: told.purpose.purpose, notice: told.purpose.notice } } : {}),
      };
    });
  }

  lines() {
    return this.fees.filter((fee) => fee.tick.checked)
      .map(({ fee }) => ({ product: "FEE", fee: fee.fee, performanceId: this.hold.performanceId }));
  }
}
