package org.counterfoil.query.given;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The lines of an entry as text, each "account label debit credit". */
public final class EntryLines {

  private EntryLines() {}

  public static List<String> lines(JsonNode entry) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : entry.get("lines")) {
      lines.add(
          line.get("account").asString()
              + " "
              + line.get("label").asString()
              + " "
              + line.get("debitMinor")
              + " "
              + line.get("creditMinor"));
    }
    return lines;
  }
}
