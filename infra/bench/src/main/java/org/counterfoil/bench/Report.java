package org.counterfoil.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a benchmark found, as Markdown.
 *
 * @param table one row per contender or case, below its head
 * @param notes what must be known to read it; a peer that could not be measured and why
 * @param aims what was to be reached, and whether it was
 */
public record Report(List<List<String>> table, List<String> notes, List<Aim> aims) {

  /** Something to be reached. */
  public record Aim(String text, boolean isReached) {

    /** The first series is to be so many times as fast as another. */
    public static Aim ratio(List<Series> series, int other, double atLeast) {
      Spread ratio = series.getFirst().times(series.get(other));
      return new Aim(
          "at least %s times %s: it is %s"
              .formatted(Spread.number(atLeast), series.get(other).name(), ratio),
          ratio.median() >= atLeast);
    }
  }

  /** Ours, the first, against each peer; in operations per second and processor time for one. */
  public static Report ofRates(List<Series> series, String operation, List<Aim> aims) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "",
            "version",
            operation + "s/s: median (min–max)",
            "ours : it",
            "CPU µs per " + operation + ": this JVM",
            "PostgreSQL",
            "client program"));
    List<String> notes = new ArrayList<>();
    Series ours = series.getFirst();
    for (Series one : series) {
      table.add(
          List.of(
              one.name(),
              one.version(),
              one.rate().toString(),
              one == ours ? "" : ours.times(one).toString(),
              micros(one, round -> round.cpu().jvm().toNanos()),
              micros(one, round -> round.cpu().postgres().toNanos()),
              micros(one, round -> round.cpu().programs().toNanos())));
      one.faults().forEach(fault -> notes.add("Round of " + one.name() + " not counted: " + fault));
    }
    return new Report(table, notes, aims);
  }

  private static String micros(Series series, Function<Round, Long> nanos) {
    return Spread.number(
        series.spread(round -> nanos.apply(round) / 1e3 / round.operations()).median());
  }

  /** The same with one more note. */
  public Report noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Report(table, more, aims);
  }

  /** This one, and below it another; the other's columns mean the same. */
  public Report and(Report other) {
    List<List<String>> rows = new ArrayList<>(table);
    rows.addAll(other.table);
    List<String> allNotes = new ArrayList<>(notes);
    allNotes.addAll(other.notes);
    List<Aim> allAims = new ArrayList<>(aims);
    allAims.addAll(other.aims);
    return new Report(rows, allNotes, allAims);
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < table.size(); row++) {
      text.append("| ").append(String.join(" | ", table.get(row))).append(" |\n");
      if (row == 0) {
        text.append("|---".repeat(table.getFirst().size())).append("|\n");
      }
    }
    text.append('\n');
    for (Aim aim : aims) {
      text.append(aim.isReached() ? "- reached: " : "- NOT REACHED: ").append(aim.text());
      text.append('\n');
    }
    notes.forEach(note -> text.append("- ").append(note).append('\n'));
    return text.toString();
  }
}
