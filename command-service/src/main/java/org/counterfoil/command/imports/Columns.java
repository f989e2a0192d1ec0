package org.counterfoil.command.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.imports.ImportMapping.ConsentColumns;
import org.jspecify.annotations.Nullable;

/** Where the columns of a mapping stand in a file. */
final class Columns {

  private final List<String> head;
  private final Map<String, Integer> places = new HashMap<>();

  /** Finds each; one that is not there, or twice, ends the request as a problem. */
  Columns(List<String> head, CheckedMapping mapping) {
    this.head = head;
    find("reference", mapping.wish().reference());
    find("lastContact", mapping.wish().lastContact());
    mapping.columns().forEach((field, column) -> find("fields." + field.key(), column));
    for (int i = 0; i < mapping.consents().size(); i++) {
      ConsentColumns consent = mapping.consents().get(i).columns();
      String path = "consents[" + i + "].";
      find(path + "answer", consent.answer());
      find(path + "at", consent.at());
      find(path + "source", consent.source());
      find(path + "text", consent.text());
    }
  }

  private void find(String path, @Nullable String column) {
    if (column == null) {
      return;
    }
    int place = head.indexOf(column.strip());
    if (place < 0) {
      throw CheckedMapping.invalid(path, "Expected a column of that name, but there is none");
    }
    if (place != head.lastIndexOf(column.strip())) {
      throw CheckedMapping.invalid(path, "Expected one column of that name, but there are several");
    }
    places.put(column, place);
  }

  /** Whether a line has as many values as the head has columns. */
  boolean fit(CsvLine line) {
    return line.values().size() == head.size();
  }

  /** What stands in a column, without spaces around it; missing for nothing. */
  @Nullable String value(CsvLine line, @Nullable String column) {
    Integer place = column == null ? null : places.get(column);
    if (place == null) {
      return null;
    }
    String value = line.values().get(place).strip();
    return value.isEmpty() ? null : value;
  }
}
