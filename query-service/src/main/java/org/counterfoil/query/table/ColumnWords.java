package org.counterfoil.query.table;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What columns are called for people; programs read the names of the fields. */
public final class ColumnWords {

  private ColumnWords() {}

  /**
   * The heads of the columns.
   *
   * @param language fr or en; missing for the names of the fields
   * @param bundle of the words
   */
  public static List<String> of(Report report, @Nullable String language, String bundle) {
    if (language == null) {
      return report.columns();
    }
    ResourceBundle words =
        ResourceBundle.getBundle(
            bundle,
            locale(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return report.columns().stream().map(words::getString).toList();
  }

  /** The language that was asked for; a problem where it is neither French nor English. */
  public static Locale locale(String language) {
    return switch (language) {
      case "fr" -> Locale.FRENCH;
      case "en" -> Locale.ENGLISH;
      default ->
          throw Problem.invalid("language", "Expected fr or en, but it is neither").exception();
    };
  }
}
