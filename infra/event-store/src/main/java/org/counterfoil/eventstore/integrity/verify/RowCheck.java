package org.counterfoil.eventstore.integrity.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.counterfoil.eventstore.codec.EventCatalogue;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.codec.UnknownEventName;
import org.counterfoil.eventstore.engine.HoldIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Compares a row's columns with its entry. The fields of an entry stand in one order and one form,
 * so what it must begin with can be written from the columns and compared byte by byte: much
 * cheaper than reading it. Only where the hold cannot be told so is the whole entry decoded.
 */
final class RowCheck {

  private static final byte[] PAYLOAD = ascii("\"payload\":{");
  private static final byte[] PERFORMANCE = ascii("\"payload\":{\"performanceId\":\"");
  private static final String HOLD = "\",\"holdId\":\"";

  /** From the beginning of the payload to the hold, where it is the second field. */
  private static final int TO_HOLD = PERFORMANCE.length + 36;

  private final EventCodec codec;

  RowCheck(EventCodec codec) {
    this.codec = codec;
  }

  /** What is wrong; nothing where every column is as the entry says. */
  @Nullable String faultOf(EventRow row) {
    byte[] beginning = beginning(row).getBytes(StandardCharsets.UTF_8);
    if (!isAt(row.entry(), 0, beginning)) {
      return "Expected the columns to be as the entry says, but one differs";
    }
    EventCatalogue.Entry known = codec.catalogue().named(row.name());
    if (known == null) {
      return "Expected an event of a known name, but it is " + row.name();
    }
    if (!HoldIds.areIn(known.type())) {
      return row.holdId() == null ? null : "Expected no hold, but there is " + row.holdId();
    }
    return isHoldSecond(row, beginning.length) ? null : faultOfHold(row);
  }

  private static String beginning(EventRow row) {
    UUID organisation = row.organisationId();
    return "{\"eventId\":\""
        + row.eventId()
        + "\",\"stream\":\""
        + row.streamType()
        + '/'
        + row.streamId()
        + "\",\"sequence\":"
        + row.sequence()
        + ",\"name\":\""
        + row.name()
        + "\",\"revision\":"
        + row.revision()
        + ",\"recordedAt\":\""
        + row.recordedAt()
        + "\",\"organisation\":"
        + (organisation == null ? "null" : "\"" + organisation + "\"")
        + ",\"actor\":\"";
  }

  /** Whether the payload begins with a performance and this hold, as those of most events do. */
  private static boolean isHoldSecond(EventRow row, int from) {
    byte[] entry = row.entry();
    int payload = from;
    while (payload < entry.length && !isAt(entry, payload, PAYLOAD)) {
      payload++;
    }
    return isAt(entry, payload, PERFORMANCE)
        && isAt(entry, payload + TO_HOLD, ascii(HOLD + row.holdId() + "\""));
  }

  private @Nullable String faultOfHold(EventRow row) {
    try {
      UUID hold = HoldIds.of(codec.decode(row.entry()).payload());
      return Objects.equals(hold, row.holdId())
          ? null
          : "Expected hold " + hold + ", but the column says " + row.holdId();
    } catch (UnknownEventName | JacksonException unreadable) {
      return "Expected an entry that can be read, but it cannot";
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isAt(byte[] entry, int from, byte[] part) {
    int to = from + part.length;
    return to <= entry.length && Arrays.equals(entry, from, to, part, 0, part.length);
  }
}
