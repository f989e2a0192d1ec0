package org.counterfoil.eventstore.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;

/** What written logs are about, each by a name: its id follows from it. */
final class WrittenNames {

  static final Currency EUR = Currency.getInstance("EUR");
  static final ZoneName ZONE = new ZoneName("STALLS");
  static final AreaName PIT = new AreaName("PIT");
  static final OrganisationId THEATRE = new OrganisationId(id("theatre"));
  static final PerformanceId PERFORMANCE = new PerformanceId(id("performance"));
  static final PerformanceId ELSEWHERE = new PerformanceId(id("elsewhere"));
  static final SalesChannel WEB = new SalesChannel("WEB");

  static final PassTerms FOUR =
      new PassTerms(
          new PassOfferCode("FOUR"),
          new PublicLabel("Carte"),
          4,
          new Money(2_500, EUR),
          new TaxRate("5.5"),
          null,
          365,
          null);

  static final LineId FEE = new LineId(id("fee"));

  static final Seller SELLER =
      new Seller(
          new PublicLabel("Théâtre"),
          List.of(new PublicLabel("Annecy")),
          new CountryCode("FR"),
          null,
          null,
          null,
          null,
          null);

  static final Supply SUPPLY =
      new Supply(
          PERFORMANCE,
          new PublicLabel("Le Cid"),
          new PublicLabel("Théâtre"),
          Instant.parse("2026-11-20T19:30:00Z"),
          ZoneId.of("Europe/Paris"));

  private WrittenNames() {}

  static HoldId hold(String name) {
    return new HoldId(id("hold " + name));
  }

  static OrderId order(String name) {
    return new OrderId(id("order " + name));
  }

  static PaymentId payment(String name) {
    return new PaymentId(id("payment " + name));
  }

  /** A name's own id, of the version that ids must have. */
  static UUID id(String name) {
    UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new UUID(
        (hash.getMostSignificantBits() & ~0xF000L) | 0x7000, hash.getLeastSignificantBits());
  }

  static PricedTicket ticket(String hold, int number) {
    return new PricedTicket(
        new TicketId(id("ticket " + number)),
        hold(hold),
        new SeatId("A-" + number),
        null,
        ZONE,
        new PriceTypeCode("FULL"),
        new PublicLabel("Plein tarif"),
        2_500,
        2_370,
        130,
        new TaxRate("5.5"),
        null);
  }
}
