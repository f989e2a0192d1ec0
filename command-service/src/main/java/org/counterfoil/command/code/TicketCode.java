package org.counterfoil.command.code;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;

/**
 * What a ticket's QR code says: the right to one place, and nothing about a person.
 *
 * @param ticketNumber from 1
 * @param issue 0 for the first, one more for each reissue; older ones are refused at the door
 */
public record TicketCode(PerformanceId performanceId, int ticketNumber, int issue) {

  /** Of a performance, a number and an issue. */
  static final int BYTES = 21;

  private static final int MOST_ISSUES = 255;

  public TicketCode {
    if (ticketNumber < 1) {
      throw new IllegalArgumentException("Expected a number from 1, but it is " + ticketNumber);
    }
    if (issue < 0 || issue > MOST_ISSUES) {
      throw new IllegalArgumentException("Expected an issue of 0 to 255, but it is " + issue);
    }
  }

  byte[] bytes() {
    UUID performance = performanceId.value();
    return ByteBuffer.allocate(BYTES)
        .putLong(performance.getMostSignificantBits())
        .putLong(performance.getLeastSignificantBits())
        .putInt(ticketNumber)
        .put((byte) issue)
        .array();
  }

  /** Reads what {@link #bytes} wrote; its signature must have been checked. */
  static TicketCode read(ByteBuffer bytes) {
    PerformanceId performance = new PerformanceId(new UUID(bytes.getLong(), bytes.getLong()));
    return new TicketCode(performance, bytes.getInt(), Byte.toUnsignedInt(bytes.get()));
  }
}
