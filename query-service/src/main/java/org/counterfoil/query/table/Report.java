package org.counterfoil.query.table;

import java.util.List;
import java.util.function.Consumer;

/**
 * A report as a table, whatever it is written as. Cells are texts, whole numbers, amounts as {@code
 * BigDecimal}, days and times.
 *
 * @param columns their names, which are those of the fields in JSON, amounts without {@code Minor}
 */
public record Report(String name, List<String> columns, Rows rows) {

  /** Goes through the rows, in order. */
  public interface Rows {
    void forEach(Consumer<List<Object>> each);
  }

  public static Report of(String name, List<String> columns, List<List<Object>> rows) {
    return new Report(name, columns, rows::forEach);
  }
}
