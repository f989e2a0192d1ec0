package org.counterfoil.eventstore.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.eventstore.codec.moved.from.ScreenLowered;
import org.counterfoil.eventstore.codec.moved.to.FireCurtainLowered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

class EventCodecTest {

  private static final int ROUNDS_PER_EVENT = 200;

  private final EventCodec codec = EventCodec.domain();

  @Test
  void whatIsDecodedEqualsWhatWasEncoded() {
    long seed = Long.getLong("seed", new Random().nextLong());
    RandomEvents random = new RandomEvents(seed);
    for (EventCatalogue.Entry entry : codec.catalogue().entries()) {
      for (int round = 0; round < ROUNDS_PER_EVENT; round++) {
        Envelope envelope = random.envelope(entry);
        byte[] bytes = codec.encode(envelope);
        assertThat(codec.decode(bytes)).as("-Dseed=%d", seed).isEqualTo(envelope);
        assertThat(codec.encode(codec.decode(bytes))).as("-Dseed=%d", seed).isEqualTo(bytes);
      }
    }
  }

  /** A byte that was changed makes an entry that is none, wherever it is. */
  @ParameterizedTest
  @CsvSource({
    "OPERATOR:, API_TOKAN:",
    "OPERATOR:, OPERATOR;",
    "2026-11-20T09, 2026-11-20T99",
    "access/01938000, access/0193800x",
    "access/01938000, access_01938000",
    "revision\":1, revision\":9999999999",
    "cause\":\"01938000, cause\":\"_1938000"
  })
  void whatIsNoEntryIsSaidToBeNone(String right, String wrong) {
    Event ended = new SessionEnded(new LoginLinkId(SampleEvents.id(5)));
    String entry = json(SampleEvents.envelope(ended, codec.catalogue()));
    assertThat(entry).contains(right);

    byte[] changed = entry.replace(right, wrong).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> codec.decode(changed)).isInstanceOf(StreamReadException.class);
  }

  @Test
  void fieldsStandInTheirFixedOrder() {
    Event ended = new SessionEnded(new LoginLinkId(SampleEvents.id(5)));

    assertThat(json(SampleEvents.envelope(ended, codec.catalogue())))
        .isEqualTo(
            """
            {"eventId":"01938000-0000-7000-8000-00000000005a",\
            "stream":"access/01938000-0000-7000-8000-00000000005b",\
            "sequence":7,\
            "name":"access.session-ended",\
            "revision":1,\
            "recordedAt":"2026-11-20T09:30:00.123456Z",\
            "organisation":"01938000-0000-7000-8000-000000000001",\
            "actor":"OPERATOR:01938000-0000-7000-8000-00000000005c",\
            "cause":"01938000-0000-7000-8000-00000000005d",\
            "payload":{"linkId":"01938000-0000-7000-8000-000000000005"}}""");
  }

  @Test
  void setsAreSorted() {
    assertThat(json(sample(PriceListChanged.class)))
        .contains("\"channels\":[\"COUNTER\",\"WEB\"],\"roles\":[\"BOX_OFFICE\",\"CHANNEL\"]");
  }

  @Test
  void movingAnEventClassChangesNothingStored() {
    EventCodec before = codecOf(ScreenLowered.class);
    EventCodec after = codecOf(FireCurtainLowered.class);
    PublicLabel screen = new PublicLabel("Rideau de fer");
    Envelope old = SampleEvents.envelope(new ScreenLowered(screen, 900), before.catalogue());
    Envelope moved = SampleEvents.envelope(new FireCurtainLowered(screen, 900), after.catalogue());

    assertThat(after.encode(moved)).isEqualTo(before.encode(old));
    assertThat(after.decode(before.encode(old))).isEqualTo(moved);
  }

  @Test
  void noEntryHoldsAClassName() {
    for (Event event : SampleEvents.all()) {
      assertThat(json(SampleEvents.envelope(event, codec.catalogue())))
          .doesNotContain("org.counterfoil")
          .doesNotContain(event.getClass().getSimpleName());
    }
  }

  @Test
  void anUnknownNameOrRevisionIsRefused() {
    String released = json(sample(HoldReleased.class));

    assertThatThrownBy(() -> decode(released.replace("seat-hold.released", "seat-hold.lost")))
        .isInstanceOf(UnknownEventName.class)
        .hasMessageContaining("\"seat-hold.lost\" in revision 1");
    assertThatThrownBy(() -> decode(released.replace("\"revision\":1", "\"revision\":2")))
        .isInstanceOf(UnknownEventName.class)
        .hasMessageContaining("\"seat-hold.released\" in revision 2");
    assertThatThrownBy(() -> decode(released.replace("\"revision\":1", "\"revision\":0")))
        .isInstanceOf(UnknownEventName.class);
  }

  @Test
  void anEnvelopeThatDoesNotFitItsPayloadIsNotEncoded() {
    Envelope sound = sample(HoldReleased.class);
    Envelope wrong = named(sound, "seat-hold.expired");

    assertThatThrownBy(() -> codec.encode(wrong)).hasMessageContaining("seat-hold.expired");
  }

  @Test
  void anEnvelopeThatCouldNotBeReadBackIsNotMade() {
    Envelope sound = sample(HoldReleased.class);

    assertThatThrownBy(() -> changed(sound, "per/formance", 0, sound.recordedAt()))
        .hasMessageContaining("slash");
    assertThatThrownBy(() -> changed(sound, "performance", -1, sound.recordedAt()))
        .hasMessageContaining("sequence");
    assertThatThrownBy(() -> changed(sound, "performance", 0, sound.recordedAt().plusNanos(1)))
        .hasMessageContaining("microseconds");
  }

  @Test
  void otherFieldsOrAnotherOrderAreRefused() {
    String released = json(sample(HoldReleased.class));

    for (String damaged :
        List.of(
            released.replace("\"sequence\":7,", ""),
            released.replace("\"sequence\":7", "\"sequence\":\"7\""),
            released.replace("\"cause\"", "\"because\""),
            released.replace("\"payload\"", "\"extra\":1,\"payload\""),
            released.replace("}}", "},\"extra\":1}"),
            released + "{}",
            released.replace("\"performanceId\"", "\"remark\":\"x\",\"performanceId\""),
            released.substring(0, released.length() - 1))) {
      assertThat(damaged).isNotEqualTo(released);
      assertThatThrownBy(() -> decode(damaged)).isInstanceOf(JacksonException.class);
    }
  }

  private static Envelope named(Envelope envelope, String name) {
    return new Envelope(
        envelope.eventId(),
        envelope.streamId(),
        envelope.streamType(),
        envelope.sequence(),
        name,
        envelope.revision(),
        envelope.recordedAt(),
        envelope.organisation(),
        envelope.actor(),
        envelope.cause(),
        envelope.payload());
  }

  private static Envelope changed(
      Envelope envelope, String streamType, long sequence, Instant recordedAt) {
    return new Envelope(
        envelope.eventId(),
        envelope.streamId(),
        streamType,
        sequence,
        envelope.name(),
        envelope.revision(),
        recordedAt,
        envelope.organisation(),
        envelope.actor(),
        envelope.cause(),
        envelope.payload());
  }

  private Envelope sample(Class<? extends Event> type) {
    Event event = SampleEvents.all().stream().filter(type::isInstance).findFirst().orElseThrow();
    return SampleEvents.envelope(event, codec.catalogue());
  }

  private String json(Envelope envelope) {
    return new String(codec.encode(envelope), UTF_8);
  }

  private Envelope decode(String json) {
    return codec.decode(json.getBytes(UTF_8));
  }

  private static EventCodec codecOf(Class<? extends Event> type) {
    return new EventCodec(EventCatalogue.of(List.of(type)), List.of());
  }
}
