package org.counterfoil.eventstore.codec;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.counterfoil.domain.Event;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an {@link Envelope} bytes, and back. The bytes are UTF-8 JSON with fields in a fixed order,
 * equal for equal envelopes: they are what is stored, hashed and proven.
 *
 * <pre>{"eventId":…,"stream":"&lt;type>/&lt;id>","sequence":…,"name":…,"revision":…,"recordedAt":…,
 * "organisation":…|null,"actor":"&lt;kind>:&lt;id>","cause":…,"payload":{…}}</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class EventCodec {

  private static final int USUAL_SIZE = 1024;

  private final JsonMapper json = DomainJson.mapper();
  private final EventCatalogue catalogue;
  private final Upcasting upcasting;
  private final ObjectReader olderPayloads = inner(ObjectNode.class);
  private final Map<Class<?>, PayloadForm> payloads = new HashMap<>();

  /** Prepared once, so that no event pays for finding its serializer. */
  private record PayloadForm(ObjectWriter writer, ObjectReader reader) {}

  /**
   * @throws IllegalArgumentException where the upcasters do not lead to what the catalogue holds
   */
  public EventCodec(EventCatalogue catalogue, Collection<Upcaster> upcasters) {
    this.catalogue = catalogue;
    this.upcasting = new Upcasting(catalogue, upcasters);
    for (EventCatalogue.Entry entry : catalogue.entries()) {
      payloads.put(
          entry.type(), new PayloadForm(json.writerFor(entry.type()), inner(entry.type())));
    }
  }

  /** The codec of the domain's events, with every upcaster there is. */
  public static EventCodec domain() {
    return new EventCodec(
        EventCatalogue.domain(),
        List.of(
            new HoldPlacedForNobody(),
            new WaitingForNobody(),
            new HoldPlacedOnGeneralSale(),
            new HoldOrderedWithoutPrices(),
            new PerformancesTakePlace(),
            new PricesWithoutFees("performance.scheduled", 2),
            new PricesWithoutFees("performance.price-list-changed", 1),
            new NothingBesideTickets("order.placed"),
            new NothingBesideTickets("order.tickets-refunded"),
            new NothingThatEnds(),
            new PaidWithMoney(),
            new CapturedOfMoney(),
            new PricesWithoutProof("performance.scheduled", 3),
            new PricesWithoutProof("performance.price-list-changed", 2),
            new TicketsWithoutFees("order.placed", 3, "tickets", false),
            new TicketsWithoutFees("order.exchange-started", 1, "wanted", false),
            new TicketsWithoutFees("order.tickets-exchanged", 1, "issued", true),
            new TicketsWithoutFees("seat-hold.sold", 1, "tickets", true),
            new TaxedWhenSpent("organisation.voucher-terms-set"),
            new TaxedWhenSpent("voucher.issued"),
            new TaxedWhenSpent("voucher.spent"),
            new TaxedWhenSpent("voucher.credited"),
            new TaxedWhenSpent("voucher.expired"),
            new OrdersAlone(),
            new OrganisationsWithoutContact(),
            new WithoutPasses("performance.scheduled", 4),
            new WithoutPasses("performance.price-list-changed", 3),
            new WithoutPasses("order.placed", 4),
            new WithoutPasses("order.payment-started", 2)));
  }

  public EventCatalogue catalogue() {
    return catalogue;
  }

  /**
   * Encodes.
   *
   * @throws IllegalArgumentException where the envelope's name and revision are not its payload's
   */
  public byte[] encode(Envelope envelope) {
    EventCatalogue.Entry entry = catalogue.entryOf(envelope.payload());
    if (!entry.name().equals(envelope.name()) || entry.revision() != envelope.revision()) {
      throw new IllegalArgumentException(
          "Expected \"%s\" in revision %d, but the envelope says \"%s\" in revision %d"
              .formatted(entry.name(), entry.revision(), envelope.name(), envelope.revision()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      EnvelopeFields.write(generator, envelope);
      generator.writeName(EnvelopeFields.PAYLOAD);
      form(entry).writer().writeValue(generator, envelope.payload());
      generator.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * Decodes; an older revision's payload is made the newest.
   *
   * @throws UnknownEventName where name or revision are not known to this version
   * @throws tools.jackson.core.JacksonException where the bytes are not an entry
   */
  public Envelope decode(byte[] entry) {
    try (JsonParser parser = json.createParser(entry)) {
      EnvelopeFields fields = EnvelopeFields.read(parser);
      Event payload = payload(fields, parser);
      EnvelopeFields.expectEnd(parser);
      return fields.with(payload);
    }
  }

  private Event payload(EnvelopeFields fields, JsonParser parser) {
    EventCatalogue.Entry known = catalogue.named(fields.name());
    if (known == null || fields.revision() > known.revision()) {
      throw unknown(fields);
    }
    ObjectReader reader = form(known).reader();
    if (fields.revision() == known.revision()) {
      return reader.readValue(parser);
    }
    if (!upcasting.leadsFrom(fields.name(), fields.revision())) {
      throw unknown(fields);
    }
    ObjectNode old = olderPayloads.readValue(parser);
    return reader.readValue(upcasting.toNewest(fields.name(), fields.revision(), old));
  }

  /** A payload is followed by its envelope's end. */
  private ObjectReader inner(Class<?> type) {
    return json.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private PayloadForm form(EventCatalogue.Entry entry) {
    return Objects.requireNonNull(payloads.get(entry.type()));
  }

  private static UnknownEventName unknown(EnvelopeFields fields) {
    return new UnknownEventName(
        fields.name(),
        fields.revision(),
        "event " + fields.sequence() + " of " + fields.streamType() + "/" + fields.streamId());
  }
}
