package org.counterfoil.query.audit.pages;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the script of the page of imports says, by the keys of its texts. The codes are those that
 * the command service answers; one that has no words here is shown as it is.
 */
final class ImportWords {

  /** Keys below {@code audit.import}. */
  static final List<String> ALL =
      Stream.of(
              of("word", "found", "comma", "semicolon", "tab", "noColumns", "notNamed"),
              of("word", "meaningOf", "means", "yes", "no", "fault", "unknown", "noFile"),
              of("word", "badSource", "badTime", "twice", "noAnswer", "noField", "noPurpose"),
              of("word", "busy", "login", "unsent", "tried", "done", "captured", "given"),
              of("word", "refused", "notCounted"),
              of("count", "lines", "newPeople", "knownPeople", "unchangedPeople"),
              of("count", "peopleNotTaken", "suppressedPeople", "repeatedLines", "faultyLines"),
              of("notCounted", "NO_TEXT", "UNKNOWN_TEXT", "NO_TIME", "NO_SOURCE"),
              of("notCounted", "UNKNOWN_SOURCE", "NOTHING_TOLD_FOR_IT", "OBJECTED_SINCE"),
              of("notCounted", "TAKEN_BACK_SINCE", "ERASED", "RESTRICTED"),
              of("fault", "COLUMNS_DIFFER", "NOBODY_NAMED", "NOTHING_TOLD", "INVALID_EMAIL"),
              of("fault", "INVALID_VALUE", "INVALID_ANSWER", "INVALID_TIME"),
              of("fault", "TIME_AFTER_EXPORT", "DIFFERS_FROM_EARLIER_LINE"))
          .flatMap(List::stream)
          .toList();

  private ImportWords() {}

  private static List<String> of(String group, String... names) {
    return Stream.of(names).map(name -> group + "." + name).toList();
  }
}
