package org.counterfoil.command.payment.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.eventstore.codec.DomainJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the simulated provider remembers: a file of its own, one line of JSON per step, on the disk
 * before anybody is answered. A last line that was cut off by a crash is dropped: nobody was told.
 */
final class Journal implements AutoCloseable {

  /** One step. */
  record Step(
      Kind kind,
      UUID id,
      @Nullable UUID orderId,
      @Nullable UUID paymentId,
      @Nullable Long amountMinor,
      @Nullable String currency,
      @Nullable String reference,
      @Nullable Boolean isPaid) {

    /** A payment was begun. */
    static Step begun(
        UUID payment, UUID order, long amountMinor, String currency, @Nullable String reference) {
      return new Step(Kind.BEGUN, payment, order, payment, amountMinor, currency, reference, null);
    }

    /** The buyer, or the bank, decided. */
    static Step decided(UUID payment, boolean isPaid) {
      return new Step(Kind.DECIDED, payment, null, payment, null, null, null, isPaid);
    }

    /** Money was sent back. */
    static Step refunded(UUID refund, UUID payment, UUID order, long amountMinor, String currency) {
      return new Step(Kind.REFUNDED, refund, order, payment, amountMinor, currency, null, null);
    }

    /** A notification was heard. */
    static Step heard(UUID notification) {
      return new Step(Kind.HEARD, notification, null, null, null, null, null, null);
    }
  }

  /** The sorts of step. */
  enum Kind {
    BEGUN,
    DECIDED,
    REFUNDED,
    HEARD
  }

  private final FileChannel file;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /**
   * Opens the file, which is made where it is missing, and answers its steps to {@code earlier}.
   */
  static Journal open(Path path, List<Step> earlier) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      long sound = 0;
      for (String line : wholeLines(path)) {
        earlier.add(DomainJson.mapper().readValue(line, Step.class));
        sound += line.getBytes(StandardCharsets.UTF_8).length + 1L;
      }
      file.truncate(sound);
      file.position(sound);
      return new Journal(file);
    } catch (IOException | JacksonException unreadable) {
      throw new IllegalStateException(
          "Expected to read the simulated provider's journal, but could not", unreadable);
    }
  }

  private static List<String> wholeLines(Path path) throws IOException {
    String text = Files.readString(path, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  synchronized void append(Step step) {
    byte[] line =
        (DomainJson.mapper().writeValueAsString(step) + '\n').getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.wrap(line);
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
    } catch (IOException failed) {
      throw new UncheckedIOException("Expected to write the journal, but could not", failed);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("Expected to close the journal, but could not", failed);
    }
  }
}
