package org.counterfoil.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A decision table written as text, so that it can be read without the code. The first line names
 * the columns, the last of them the answer. A field is a value, several as {@code a/b}, all but
 * some as {@code not a/b}, or {@code *} for any. Every cell (combination of values) has exactly one
 * row, and every row has a cell: a value nobody thought about fails the test, and so does a row
 * that says nothing.
 */
public final class DecisionTable {

  private final List<String> columns;
  private final List<Row> rows;

  private record Row(int line, List<String> fields, String answer) {

    boolean fits(List<String> cell) {
      for (int column = 0; column < fields.size(); column++) {
        String field = fields.get(column);
        boolean isNegated = field.startsWith("not ");
        List<String> values = List.of((isNegated ? field.substring(4) : field).split("/"));
        boolean fits = field.equals("*") || values.contains(cell.get(column)) != isNegated;
        if (!fits) {
          return false;
        }
      }
      return true;
    }
  }

  /** What a walk met. */
  public record Walk(int cells, int rows, List<String> faults) {}

  private DecisionTable(List<String> columns, List<Row> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Reads the table beside the class that tests it. */
  public static DecisionTable read(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("Expected a table " + file + ", but there is none");
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new AssertionError("Expected to read " + file + ", but could not", unreadable);
    }
  }

  static DecisionTable parse(String name, String text) {
    List<String> columns = List.of();
    List<Row> rows = new ArrayList<>();
    String[] lines = text.split("\n");
    for (int line = 0; line < lines.length; line++) {
      String content = lines[line].strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      List<String> fields = Arrays.stream(content.split("\\|", -1)).map(String::strip).toList();
      if (columns.isEmpty()) {
        columns = fields;
      } else if (fields.size() == columns.size()) {
        rows.add(new Row(line + 1, fields.subList(0, fields.size() - 1), fields.getLast()));
      } else {
        throw new AssertionError(
            "Expected " + columns.size() + " fields in line " + (line + 1) + " of " + name);
      }
    }
    return new DecisionTable(columns, rows);
  }

  /**
   * Walks every cell.
   *
   * @param values every value of every column but the last, from the code's own types
   * @param decide what the code answers in a cell, or {@code impossible}
   */
  public Walk walk(
      Map<String, ? extends Set<String>> values, Function<Map<String, String>, String> decide) {
    List<String> faults = new ArrayList<>();
    if (!List.copyOf(values.keySet()).equals(columns.subList(0, columns.size() - 1))) {
      faults.add("Expected columns " + values.keySet() + ", but they are " + columns);
      return new Walk(0, rows.size(), faults);
    }
    refuseUnknownValues(values, faults);
    List<List<String>> cells = product(List.copyOf(values.values()));
    Set<Integer> used = new LinkedHashSet<>();
    int walked = 0;
    for (List<String> cell : cells) {
      Map<String, String> named = named(cell);
      String found = decide.apply(named);
      if (found.equals("impossible")) {
        continue;
      }
      walked++;
      List<Row> fitting = rows.stream().filter(row -> row.fits(cell)).toList();
      fitting.forEach(row -> used.add(row.line()));
      if (fitting.size() != 1) {
        List<Integer> lines = fitting.stream().map(Row::line).toList();
        faults.add(named + ": expected one row, but they are " + lines + " (" + found + ")");
      } else if (!fitting.getFirst().answer().equals(found)) {
        Row row = fitting.getFirst();
        faults.add(
            named + ": line " + row.line() + " expects " + row.answer() + ", but got " + found);
      }
    }
    rows.stream()
        .filter(row -> !used.contains(row.line()))
        .forEach(row -> faults.add("line " + row.line() + " fits no cell"));
    return new Walk(walked, rows.size(), faults);
  }

  private void refuseUnknownValues(Map<String, ? extends Set<String>> values, List<String> faults) {
    List<? extends Set<String>> known = List.copyOf(values.values());
    for (Row row : rows) {
      for (int column = 0; column < row.fields().size(); column++) {
        String field = row.fields().get(column);
        String plain = field.startsWith("not ") ? field.substring(4) : field;
        for (String value : plain.split("/")) {
          if (!value.equals("*") && !known.get(column).contains(value)) {
            faults.add("line " + row.line() + ": \"" + value + "\" is no " + columns.get(column));
          }
        }
      }
    }
  }

  private Map<String, String> named(List<String> cell) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int column = 0; column < cell.size(); column++) {
      named.put(columns.get(column), cell.get(column));
    }
    return named;
  }

  private static List<List<String>> product(List<? extends Set<String>> values) {
    List<List<String>> cells = List.of(List.of());
    for (Set<String> column : values) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> cell : cells) {
        for (String value : column) {
          List<String> next = new ArrayList<>(cell);
          next.add(value);
          longer.add(next);
        }
      }
      cells = longer;
    }
    return cells;
  }

  /** The simple names of a sealed type's records: a new one is a new value of its column. */
  public static Set<String> recordsOf(Class<?> sealed) {
    Set<String> names = new LinkedHashSet<>();
    for (Class<?> type : sealed.getPermittedSubclasses()) {
      names.add(type.getSimpleName());
    }
    return names;
  }

  /** The constants of an enum in lower case. */
  public static Set<String> constantsOf(Class<? extends Enum<?>> type) {
    Set<String> names = new LinkedHashSet<>();
    for (Enum<?> constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return names;
  }

  /** The answer of a decision as a table writes it: a code, or the events, or {@code nothing}. */
  public static String answer(Decision<? extends Event> decision) {
    return switch (decision) {
      case Decision.Rejected<? extends Event> rejected -> rejected.code().name();
      case Decision.Accepted<? extends Event> accepted when accepted.events().isEmpty() ->
          "nothing";
      case Decision.Accepted<? extends Event> accepted ->
          String.join(
              " ", accepted.events().stream().map(e -> e.getClass().getSimpleName()).toList());
    };
  }
}
