package org.counterfoil.command.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.vault.PersonalValue;

/**
 * Everybody in a file, each once, however many lines name it.
 *
 * @param repeatedLines lines that tell nothing that one before them did not
 * @param reader with all faults
 */
record FilePeople(List<FilePerson> people, int lines, int repeatedLines, LineReader reader) {

  FilePeople {
    people = List.copyOf(people);
  }

  static FilePeople of(CsvFile file, LineReader reader) {
    Map<PersonalValue, FilePerson> people = new LinkedHashMap<>();
    int repeated = 0;
    for (CsvLine line : file.lines()) {
      FileLine read = reader.read(line).orElse(null);
      if (read == null) {
        continue;
      }
      FilePerson person = people.computeIfAbsent(read.identity(), FilePerson::new);
      if (!person.agrees(read)) {
        reader.differs(read);
      } else if (!person.add(read)) {
        repeated++;
      }
    }
    return new FilePeople(List.copyOf(people.values()), file.lines().size(), repeated, reader);
  }
}
