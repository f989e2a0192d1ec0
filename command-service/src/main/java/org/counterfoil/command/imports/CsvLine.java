package org.counterfoil.command.imports;

import java.util.List;

/**
 * A line of a file; one in quotes may have gone over several.
 *
 * @param number of its first line in the file, from 1
 */
record CsvLine(int number, List<String> values) {

  CsvLine {
    values = List.copyOf(values);
  }

  /** Without what stands in it. */
  @Override
  public String toString() {
    return "CsvLine[" + number + "]";
  }
}
