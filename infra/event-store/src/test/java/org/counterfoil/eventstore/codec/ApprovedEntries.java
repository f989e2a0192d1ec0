package org.counterfoil.eventstore.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.counterfoil.domain.Event;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The approved form of every event, one file per name and revision. Files are indented for people;
 * without the white space they are the stored bytes, to the byte. A file is never changed: another
 * form is another revision, with an upcaster, and the old file stays and must still be readable.
 */
final class ApprovedEntries {

  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final JsonMapper INDENTED =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final EventCodec codec;
  private final Path folder;
  private final boolean writesMissing;

  ApprovedEntries(EventCodec codec, Path folder, boolean writesMissing) {
    this.codec = codec;
    this.folder = folder;
    this.writesMissing = writesMissing;
  }

  /** What is wrong, one line each; empty where every event is stored as approved. */
  List<String> faults(List<Event> samples) throws IOException {
    List<String> faults = new ArrayList<>();
    Set<String> expected = new TreeSet<>();
    for (EventCatalogue.Entry entry : codec.catalogue().entries()) {
      String file = entry.name() + ".r" + entry.revision() + ".json";
      expected.add(file);
      List<Event> ofType =
          samples.stream().filter(sample -> sample.getClass() == entry.type()).toList();
      if (ofType.size() != 1) {
        faults.add(file + ": Expected one sample, but there are " + ofType.size());
      } else {
        compare(file, SampleEvents.envelope(ofType.getFirst(), codec.catalogue()), faults);
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> !expected.contains(file.getFileName().toString()))
          .forEach(file -> readOlder(file, faults));
    }
    return faults;
  }

  private void compare(String name, Envelope sample, List<String> faults) throws IOException {
    Path file = folder.resolve(name);
    byte[] stored = codec.encode(sample);
    if (!Files.exists(file) && writesMissing) {
      Files.writeString(file, INDENTED.writeValueAsString(PLAIN.readTree(stored)) + "\n");
    }
    if (!Files.exists(file)) {
      faults.add(name + ": Expected an approved file, but there is none");
      return;
    }
    byte[] approved = PLAIN.writeValueAsBytes(PLAIN.readTree(Files.readAllBytes(file)));
    if (!Arrays.equals(stored, approved)) {
      faults.add(name + ": Expected the approved bytes, but got " + new String(stored, UTF_8));
    } else if (!codec.decode(approved).equals(sample)) {
      faults.add(name + ": Expected the approved bytes to be read as the sample, but they are not");
    }
  }

  /** Older revisions must be readable for ever. */
  private void readOlder(Path file, List<String> faults) {
    try {
      Envelope old =
          codec.decode(PLAIN.writeValueAsBytes(PLAIN.readTree(Files.readAllBytes(file))));
      String expected = old.name() + ".r" + old.revision() + ".json";
      if (!file.getFileName().toString().equals(expected)) {
        faults.add(file.getFileName() + ": Expected to be called " + expected);
      }
    } catch (IOException | RuntimeException e) {
      faults.add(file.getFileName() + ": " + e.getMessage());
    }
  }
}
