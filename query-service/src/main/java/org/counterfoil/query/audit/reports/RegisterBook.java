package org.counterfoil.query.audit.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.query.audit.register.ProcessingActivity;
import org.counterfoil.query.audit.register.ProcessingRegister;
import org.counterfoil.query.audit.register.ProcessingRegister.ControllerEntry;
import org.counterfoil.query.audit.register.ProcessingRegister.Host;
import org.counterfoil.query.table.Report;
import org.counterfoil.query.table.SheetWriter.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The register as a document that stands alone (Art. 30(4) GDPR): a sheet for the controller, one
 * for its processing activities, for transfers, for security measures and for what its processor
 * does; in the words of one language.
 */
final class RegisterBook {

  private static final int LONGEST_TITLE = 31;

  /** What is said of an activity in words, by the keys of the words; then in figures. */
  private static final List<String> TEXTS =
      List.of(
          "purpose",
          "basis",
          "subjects",
          "fields",
          "recipients",
          "timeLimit",
          "required",
          "notices",
          "declared");

  private static final List<String> FIGURES =
      List.of("peopleColumn", "consentInForce", "consentAwaited", "consentEnded");

  private final ProcessingRegister register;
  private final RegisterWords words;

  RegisterBook(ProcessingRegister register, RegisterWords words) {
    this.register = register;
    this.words = words;
  }

  /** A sheet for each of its parts. */
  List<Sheet> sheets() {
    return List.of(controller(), activities(), transfers(), measures(), onBehalf());
  }

  /**
   * All of it as one table: a line for each heading of each part, so that every line says what it
   * is about.
   */
  Report lines() {
    List<List<Object>> lines = new ArrayList<>();
    for (Sheet sheet : sheets()) {
      sheet.report().rows().forEach(row -> lines.addAll(lines(sheet, row)));
    }
    return Report.of("register", words.words("part", "about", "rubric", "content"), lines);
  }

  private static List<List<Object>> lines(Sheet sheet, List<Object> row) {
    List<List<Object>> lines = new ArrayList<>();
    if (row.size() == 1) {
      lines.add(List.of(sheet.title(), "", sheet.heads().getFirst(), row.getFirst()));
    } else if (sheet.report().columns().getFirst().equals("heading")) {
      lines.add(List.of(sheet.title(), "", row.getFirst(), row.get(1)));
    } else {
      for (int cell = 1; cell < row.size(); cell++) {
        lines.add(List.of(sheet.title(), row.getFirst(), sheet.heads().get(cell), row.get(cell)));
      }
    }
    return lines;
  }

  private Sheet controller() {
    ControllerEntry controller = register.controller();
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of(words.word("legalName"), controller.legalName()));
    rows.add(List.of(words.word("country"), words.country(controller.country())));
    add(rows, "SIREN", controller.siren());
    add(rows, words.word("address"), told(controller.address()));
    add(rows, words.word("contactAddress"), told(controller.contact()));
    add(rows, words.word("dpo"), told(controller.dpoContact()));
    add(rows, words.word("representative"), controller.representative());
    if (!controller.jointControllers().isEmpty()) {
      rows.add(List.of(words.word("joint"), String.join(", ", controller.jointControllers())));
    }
    return prose("controller", List.of("heading", "content"), headed(), rows);
  }

  private String told(@Nullable String text) {
    return text == null ? words.word("notTold") : text;
  }

  private static void add(List<List<Object>> rows, String heading, @Nullable String content) {
    if (content != null) {
      rows.add(List.of(heading, content));
    }
  }

  private List<String> headed() {
    return words.words("rubric", "content");
  }

  private Sheet activities() {
    List<String> columns =
        Stream.concat(TEXTS.stream().map(text -> "short"), FIGURES.stream()).toList();
    List<String> heads = Stream.concat(TEXTS.stream(), FIGURES.stream()).map(words::word).toList();
    return prose(
        "activities", columns, heads, register.activities().stream().map(this::activity).toList());
  }

  private List<Object> activity(ProcessingActivity activity) {
    return Stream.concat(
            Stream.<Object>of(
                words.name(activity),
                words.basis(activity),
                words.subjects(activity),
                words.fields(activity),
                words.recipients(activity, register.transfers()),
                words.kept(activity.timeLimit()),
                words.word("required." + activity.isRequired()),
                words.notices(activity),
                words.declared(activity),
                activity.people()),
            RegisterWords.figures(activity).stream())
        .toList();
  }

  private Sheet transfers() {
    return register.transfers().areMade()
        ? prose(
            "transfers",
            List.of("short", "short", "short"),
            words.words("recipient", "country", "safeguard"),
            register.transfers().made().stream()
                .map(
                    made ->
                        List.<Object>of(
                            made.recipient(),
                            words.country(made.country()),
                            words.word("safeguard." + made.safeguard())))
                .toList())
        : prose(
            "transfers",
            List.of("content"),
            words.words("transfers"),
            List.of(List.of(words.word("transfersNone"))));
  }

  private Sheet measures() {
    Stream<String> all =
        Stream.concat(
            register.measures().stream().map(measure -> words.word("measure." + measure.measure())),
            register.ownMeasures().stream());
    return prose(
        "measures",
        List.of("content"),
        words.words("measures"),
        all.map(measure -> List.<Object>of(measure)).toList());
  }

  private Sheet onBehalf() {
    List<List<Object>> rows = new ArrayList<>();
    Host host = register.onBehalf().host();
    rows.add(List.of(words.word("processor"), host == null ? words.word("noHost") : host.name()));
    add(rows, words.word("contactAddress"), host == null ? null : host.contact());
    register
        .onBehalf()
        .categories()
        .forEach(
            category ->
                rows.add(
                    List.of(
                        words.word("processingKind"),
                        words.word("processing." + category.processing()))));
    return prose("processor", List.of("heading", "content"), headed(), rows);
  }

  private Sheet prose(
      String title, List<String> columns, List<String> heads, List<List<Object>> rows) {
    String word = words.word(title);
    return new Sheet(
        word.length() > LONGEST_TITLE ? word.substring(0, LONGEST_TITLE).strip() : word,
        Report.of(title, columns, rows),
        heads,
        true);
  }
}
