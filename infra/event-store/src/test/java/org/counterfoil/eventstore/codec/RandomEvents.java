package org.counterfoil.eventstore.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Text;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.accounting.InvoiceReference;
import org.counterfoil.domain.accounting.InvoiceSeries;
import org.counterfoil.domain.accounting.JournalCode;
import org.counterfoil.domain.accounting.ProviderReference;
import org.counterfoil.domain.admission.GateName;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.organisation.AgentChannel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.Iban;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.pass.PassUses;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.SpecialCategoryCondition;
import org.counterfoil.domain.reservation.ReservationReference;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitingroom.BeaconValue;
import org.counterfoil.domain.waitingroom.DrawHash;
import org.counterfoil.domain.waitingroom.Seed;
import org.jspecify.annotations.Nullable;

/** Any event that the types allow, from a seed. */
public final class RandomEvents {

  /** What JSON, UTF-8 and escaping may trip over. */
  private static final List<String> FRAGMENTS =
      List.of(
          "Le Malade", "é", "Œdipe", "\"", "\\", "/", "𝄞", "😀", "<b>", "\u200D", "ß", "{", "'");

  private static final List<String> ZONES =
      List.of("Europe/Paris", "America/Martinique", "UTC", "+02:00");
  private static final List<InvoiceSeries> SERIES = List.of(InvoiceSeries.values());
  private static final List<String> CURRENCIES = List.of("EUR", "CHF", "JPY", "KWD");

  private final Random random;
  private final Map<Class<?>, Supplier<Object>> values;

  public RandomEvents(long seed) {
    this.random = new Random(seed);
    this.values =
        Map.ofEntries(
            Map.entry(UUID.class, this::uuid),
            Map.entry(Actor.class, () -> new Actor(Actor.Kind.OPERATOR, uuid())),
            Map.entry(Instant.class, this::instant),
            Map.entry(LocalDate.class, () -> LocalDate.ofEpochDay(random.nextInt(40_000))),
            Map.entry(LocalTime.class, () -> LocalTime.of(random.nextInt(24), random.nextInt(60))),
            Map.entry(
                MonthDay.class, () -> MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28))),
            Map.entry(ZoneId.class, () -> ZoneId.of(oneOf(ZONES))),
            Map.entry(Currency.class, () -> Currency.getInstance(oneOf(CURRENCIES))),
            Map.entry(int.class, random::nextInt),
            Map.entry(Integer.class, random::nextInt),
            Map.entry(long.class, random::nextLong),
            Map.entry(boolean.class, random::nextBoolean),
            Map.entry(PublicLabel.class, () -> new PublicLabel(label())),
            Map.entry(SeatId.class, () -> new SeatId(label())),
            Map.entry(ZoneName.class, () -> new ZoneName(label())),
            Map.entry(AreaName.class, () -> new AreaName(label())),
            Map.entry(PaymentMethod.class, () -> new PaymentMethod("M_" + random.nextInt(1000))),
            Map.entry(SalesChannel.class, () -> new SalesChannel("C-" + random.nextInt(1000))),
            Map.entry(AgentChannel.class, () -> new AgentChannel("A-" + random.nextInt(1000))),
            Map.entry(PriceTypeCode.class, () -> new PriceTypeCode("P-" + random.nextInt(1000))),
            Map.entry(PaymentReference.class, () -> new PaymentReference("R-" + random.nextInt(9))),
            Map.entry(
                ProviderReference.class, () -> new ProviderReference("po_" + random.nextInt(9))),
            Map.entry(ProviderName.class, () -> new ProviderName("p-" + random.nextInt(1000))),
            Map.entry(AccountNumber.class, () -> new AccountNumber("51" + random.nextInt(1000))),
            Map.entry(JournalCode.class, () -> new JournalCode("J" + random.nextInt(1000))),
            Map.entry(CountryCode.class, () -> new CountryCode(oneOf(List.of("FR", "BE", "CH")))),
            Map.entry(Iban.class, () -> new Iban("FR7630006000011234567890189")),
            Map.entry(RegistrationNumber.class, () -> new RegistrationNumber("FR 73-282.93")),
            Map.entry(TaxRate.class, () -> new TaxRate(oneOf(List.of("5.5", "0", "2.1", "20.0")))),
            Map.entry(HoldCode.class, () -> new HoldCode("H-" + random.nextInt(1000))),
            Map.entry(
                InvoiceNumber.class,
                () -> InvoiceNumber.of(oneOf(SERIES), 2026, 1 + random.nextInt(999_999))),
            Map.entry(
                InvoiceReference.class, () -> new InvoiceReference("BC-" + random.nextInt(1000))),
            Map.entry(
                ReservationReference.class,
                () -> new ReservationReference("P-" + random.nextInt(9))),
            Map.entry(PublicContact.class, () -> new PublicContact("dpo@theatre.example")),
            Map.entry(PurposeKey.class, () -> new PurposeKey("p-" + random.nextInt(1000))),
            Map.entry(LawfulBasis.class, () -> new LawfulBasis(oneOf(List.of("A6-1-a", "A6-1-f")))),
            Map.entry(SpecialCategoryCondition.class, () -> new SpecialCategoryCondition("A9-2-a")),
            Map.entry(
                RetentionPeriod.class,
                () -> new RetentionPeriod("P" + (1 + random.nextInt(30)) + "Y")),
            Map.entry(LanguageTag.class, () -> new LanguageTag(oneOf(List.of("fr", "de-CH")))),
            Map.entry(SourceCode.class, () -> new SourceCode("S-" + random.nextInt(1000))),
            Map.entry(NoticeHash.class, () -> new NoticeHash("3c".repeat(32))),
            Map.entry(GateName.class, () -> new GateName("G-" + random.nextInt(1000))),
            Map.entry(BuyerMark.class, () -> new BuyerMark("m".repeat(43))),
            Map.entry(PresaleCodeMark.class, () -> new PresaleCodeMark("p".repeat(43))),
            Map.entry(PlanHash.class, () -> new PlanHash("0f".repeat(32))),
            Map.entry(DrawHash.class, () -> new DrawHash("1e".repeat(32))),
            Map.entry(Seed.class, () -> new Seed("2d".repeat(32))),
            Map.entry(BeaconValue.class, () -> new BeaconValue("B-" + random.nextInt(1000))),
            Map.entry(FeeCode.class, () -> new FeeCode("F-" + random.nextInt(1000))),
            Map.entry(PassOfferCode.class, () -> new PassOfferCode("P-" + random.nextInt(1000))),
            Map.entry(PassUses.class, this::passUses),
            Map.entry(PricedLine.class, this::pricedLine),
            Map.entry(RefundedLine.class, this::refundedLine),
            Map.entry(RefundedTicket.class, this::refundedTicket),
            Map.entry(PricedTicket.class, this::pricedTicket));
  }

  /** Any event of this class. */
  public Event event(Class<? extends Event> type) {
    return (Event) value(type);
  }

  /** Any envelope around this event. */
  public Envelope envelope(EventCatalogue.Entry entry) {
    Actor.Kind[] kinds = Actor.Kind.values();
    return new Envelope(
        uuid(),
        uuid(),
        "performance",
        random.nextInt(1000),
        entry.name(),
        entry.revision(),
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L),
        random.nextBoolean() ? null : new OrganisationId(uuid()),
        new Actor(kinds[random.nextInt(kinds.length)], uuid()),
        uuid(),
        event(entry.type()));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType container) {
      List<Object> elements = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        elements.add(value(container.getActualTypeArguments()[0]));
      }
      return container.getRawType() == Set.class
          ? new LinkedHashSet<>(elements)
          : List.copyOf(elements);
    }
    Class<?> raw = (Class<?>) type;
    Supplier<Object> supplier = values.get(raw);
    if (supplier != null) {
      return supplier.get();
    }
    if (raw.isEnum()) {
      return oneOf(Arrays.asList(raw.getEnumConstants()));
    }
    if (Text.class.isAssignableFrom(raw) || !raw.isRecord()) {
      throw new IllegalStateException("Expected to know how to make a " + raw);
    }
    return record(raw);
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      boolean isMissing =
          components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)
              && random.nextBoolean();
      arguments[i] = isMissing ? null : value(components[i].getGenericType());
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Expected arguments that suit " + type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Expected a public record, but got " + type, e);
    }
  }

  /** Net and tax add up, and it is for a seat or for an area. */
  private PricedTicket pricedTicket() {
    long net = random.nextInt(10_000);
    long tax = random.nextInt(1_000);
    boolean isSeat = random.nextBoolean();
    return new PricedTicket(
        new TicketId(uuid()),
        new HoldId(uuid()),
        isSeat ? new SeatId(label()) : null,
        isSeat ? null : new AreaName(label()),
        new ZoneName(label()),
        new PriceTypeCode("FULL"),
        new PublicLabel(label()),
        net + tax,
        net,
        tax,
        new TaxRate("5.5"),
        random.nextBoolean() ? null : (CompReason) value(CompReason.class),
        random.nextInt(100),
        random.nextBoolean() ? null : (Proof) value(Proof.class));
  }

  /** Net and tax add up. */
  private RefundedTicket refundedTicket() {
    long net = random.nextInt(10_000);
    long tax = random.nextInt(1_000);
    return new RefundedTicket(
        new TicketId(uuid()),
        random.nextInt(1000),
        net + tax,
        net,
        tax,
        new TaxRate("5.5"),
        random.nextInt(10_000));
  }

  private PricedLine pricedLine() {
    long net = random.nextInt(10_000);
    long tax = random.nextInt(1_000);
    boolean isFee = random.nextBoolean();
    return new PricedLine(
        new LineId(uuid()),
        isFee ? LineProduct.FEE : LineProduct.DONATION,
        isFee ? new FeeCode("BOOKING") : null,
        isFee ? new PublicLabel(label()) : null,
        1 + random.nextInt(10),
        net + tax,
        net,
        tax,
        new TaxRate("20"),
        random.nextBoolean() ? null : new AccountNumber("7088"),
        random.nextBoolean() ? null : random.nextInt(3_650),
        random.nextBoolean() ? null : (PassTerms) value(PassTerms.class));
  }

  private PassUses passUses() {
    long net = random.nextInt(10_000);
    long tax = random.nextInt(1_000);
    return new PassUses(
        1 + random.nextInt(10),
        Currency.getInstance("EUR"),
        net + tax,
        net,
        tax,
        new TaxRate("5.5"));
  }

  private RefundedLine refundedLine() {
    long net = random.nextInt(10_000);
    long tax = random.nextInt(1_000);
    return new RefundedLine(
        new LineId(uuid()),
        (LineProduct) value(LineProduct.class),
        net + tax,
        net,
        tax,
        new TaxRate("20"),
        random.nextInt(10_000));
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** With none, three, six or nine decimals. */
  private Instant instant() {
    long[] steps = {1_000_000_000L, 1_000_000L, 1_000L, 1L};
    long step = steps[random.nextInt(steps.length)];
    return Instant.ofEpochSecond(
        random.nextInt(), random.nextInt(1_000_000_000) / step * step % 1_000_000_000L);
  }

  private String label() {
    StringBuilder label = new StringBuilder("L");
    for (int i = random.nextInt(5); i > 0; i--) {
      label.append(oneOf(FRAGMENTS)).append(random.nextBoolean() ? " " : "");
    }
    return label.toString();
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
