package org.counterfoil.query.audit.reports;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.counterfoil.query.audit.register.ConsentFigures;
import org.counterfoil.query.audit.register.ProcessingActivity;
import org.counterfoil.query.audit.register.ProcessingActivity.TimeLimit;
import org.counterfoil.query.audit.register.ProcessingRegister.Transfers;
import org.counterfoil.query.audit.words.PurposeNames;
import org.counterfoil.query.screen.Formats;
import org.springframework.context.MessageSource;

/** The register's codes, periods and times in the words of one language. */
final class RegisterWords {

  private final MessageSource words;
  private final Formats formats;
  private final PurposeNames names;
  private final Locale language;
  private final String zone;

  RegisterWords(
      MessageSource words, Formats formats, PurposeNames names, Locale language, String zone) {
    this.words = words;
    this.formats = formats;
    this.names = names;
    this.language = language;
    this.zone = zone;
  }

  /** What stands under a key of the pages' words. */
  String word(String key) {
    return words.getMessage("audit." + key, null, language);
  }

  List<String> words(String... keys) {
    return List.of(keys).stream().map(this::word).toList();
  }

  String name(ProcessingActivity activity) {
    return names.name(activity.purpose(), activity.name(), language);
  }

  String basis(ProcessingActivity activity) {
    String condition = activity.specialCategoryCondition();
    return word("basis." + activity.lawfulBasis())
        + (condition == null ? "" : " · " + word("condition." + condition));
  }

  String subjects(ProcessingActivity activity) {
    return activity.subjectCategories().stream()
        .map(category -> word("category." + category.category()))
        .collect(Collectors.joining(", "));
  }

  String fields(ProcessingActivity activity) {
    return activity.fields().stream()
        .map(field -> word("field." + field.field()))
        .collect(Collectors.joining(", "));
  }

  /** "Nobody" would be untrue of whoever declares a transfer. */
  String recipients(ProcessingActivity activity, Transfers transfers) {
    return activity.recipients().isEmpty()
        ? word(transfers.areMade() ? "nobodyHere" : "nobody")
        : String.join(", ", activity.recipients());
  }

  String kept(TimeLimit limit) {
    return formats.period(limit.period(), language) + " " + word("start." + limit.startsAt());
  }

  String notices(ProcessingActivity activity) {
    return activity.notices().isEmpty()
        ? word("noNotice")
        : activity.notices().stream()
            .map(notice -> formats.language(notice.language(), language))
            .distinct()
            .collect(Collectors.joining(", "));
  }

  String declared(ProcessingActivity activity) {
    return formats.moment(activity.declaredAt(), zone, language) + " (v" + activity.version() + ")";
  }

  String country(String code) {
    return formats.country(code, language);
  }

  /** A cell for each of the three; empty where the purpose does not rest on consent. */
  static List<Object> figures(ProcessingActivity activity) {
    ConsentFigures consents = activity.consents();
    return consents == null
        ? List.of("", "", "")
        : List.of(consents.inForce(), consents.awaited(), consents.ended());
  }
}
