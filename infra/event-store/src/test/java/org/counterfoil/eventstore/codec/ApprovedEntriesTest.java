package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every event is stored exactly as it was approved. */
class ApprovedEntriesTest {

  private static final Path APPROVED = Path.of("src", "test", "resources", "approved");

  /** With {@code -Dcounterfoil.approve=true} missing files are written; no file is ever changed. */
  private static final boolean APPROVES = Boolean.getBoolean("counterfoil.approve");

  private static final String SOLD = "seat-hold.sold.r2.json";

  private final EventCodec codec = EventCodec.domain();

  @TempDir Path copy;

  @Test
  void everyEventIsStoredAsApproved() throws IOException {
    assertThat(new ApprovedEntries(codec, APPROVED, APPROVES).faults(SampleEvents.all())).isEmpty();
  }

  @Test
  void aNewEventWithoutAFileIsFound() throws IOException {
    copyApproved();
    Files.delete(copy.resolve(SOLD));

    assertThat(new ApprovedEntries(codec, copy, false).faults(SampleEvents.all()))
        .containsExactly(SOLD + ": Expected an approved file, but there is none");
  }

  @Test
  void anEventWithoutASampleIsFound() throws IOException {
    copyApproved();
    List<Event> samples = SampleEvents.all();

    assertThat(new ApprovedEntries(codec, copy, false).faults(samples.subList(1, samples.size())))
        .singleElement()
        .asString()
        .contains("Expected one sample, but there are 0");
  }

  @Test
  void aChangedFormIsFound() throws IOException {
    copyApproved();
    Path file = copy.resolve(SOLD);
    Files.writeString(file, Files.readString(file).replace("ticketNumber", "number"));

    assertThat(new ApprovedEntries(codec, copy, false).faults(SampleEvents.all()))
        .singleElement()
        .asString()
        .startsWith(SOLD + ": Expected the approved bytes, but got {\"eventId\"");
  }

  @Test
  void aFileOfNoKnownRevisionIsFound() throws IOException {
    copyApproved();
    String future =
        Files.readString(copy.resolve(SOLD)).replace("revision\" : 2", "revision\" : 3");
    Files.writeString(copy.resolve("seat-hold.sold.r3.json"), future);

    assertThat(new ApprovedEntries(codec, copy, false).faults(SampleEvents.all()))
        .singleElement()
        .asString()
        .contains("Expected an event known to this version");
  }

  private void copyApproved() throws IOException {
    try (Stream<Path> files = Files.list(APPROVED)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
  }
}
