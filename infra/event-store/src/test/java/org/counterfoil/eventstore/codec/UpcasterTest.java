package org.counterfoil.eventstore.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** An event that was stored in revisions 1 and 2 is read in revision 3. */
class UpcasterTest {

  @EventType(name = "cloakroom.opened", revision = 1)
  record FirstForm(String hall) implements Event {}

  @EventType(name = "cloakroom.opened", revision = 3)
  record CloakroomOpened(PublicLabel foyer, int hooks) implements Event {}

  private static final Upcaster FIRST = new HallBecomesFoyer();
  private static final Upcaster SECOND = new HooksAreCounted();

  private static final EventCatalogue NEWEST = EventCatalogue.of(List.of(CloakroomOpened.class));
  private static final EventCatalogue OLDEST = EventCatalogue.of(List.of(FirstForm.class));

  private final byte[] stored =
      new EventCodec(OLDEST, List.of())
          .encode(SampleEvents.envelope(new FirstForm("Grand foyer"), OLDEST));

  @Test
  void anOldRevisionIsReadAsTheNewest() {
    EventCodec codec = new EventCodec(NEWEST, List.of(SECOND, FIRST));

    Envelope read = codec.decode(stored);

    assertThat(read.payload()).isEqualTo(new CloakroomOpened(new PublicLabel("Grand foyer"), 100));
    assertThat(read.revision()).as("the revision it was stored in").isEqualTo(1);
  }

  @Test
  void theRevisionInBetweenIsReadToo() {
    EventCodec codec = new EventCodec(NEWEST, List.of(FIRST, SECOND));
    String second =
        new String(stored, UTF_8)
            .replace("\"revision\":1", "\"revision\":2")
            .replace("\"hall\"", "\"foyer\"");

    assertThat(codec.decode(second.getBytes(UTF_8)).payload())
        .isEqualTo(new CloakroomOpened(new PublicLabel("Grand foyer"), 100));
  }

  @Test
  void withoutUpcastersTheReaderStops() {
    EventCodec codec = new EventCodec(NEWEST, List.of());

    assertThatThrownBy(() -> codec.decode(stored)).isInstanceOf(UnknownEventName.class);
  }

  @Test
  void aChainWithAGapIsRefused() {
    assertThatThrownBy(() -> new EventCodec(NEWEST, List.of(FIRST)))
        .hasMessageContaining("there is a gap");
    assertThatThrownBy(() -> new EventCodec(NEWEST, List.of(SECOND, SECOND)))
        .hasMessageContaining("got two");
  }

  private record HallBecomesFoyer() implements Upcaster {
    @Override
    public String name() {
      return "cloakroom.opened";
    }

    @Override
    public int fromRevision() {
      return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
      payload.set("foyer", payload.remove("hall"));
      return payload;
    }
  }

  private record HooksAreCounted() implements Upcaster {
    @Override
    public String name() {
      return "cloakroom.opened";
    }

    @Override
    public int fromRevision() {
      return 2;
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
      return payload.put("hooks", 100);
    }
  }
}
