package org.counterfoil.query.audit.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What the purposes of an organisation are called, in a reader's language: a built-in one by its
 * name there, another as it was declared last.
 */
public final class PurposeNames {

  /** The words of built-in purposes, by their key; those of the notices that are shown. */
  static final String BUILT_IN = "audit.builtIn.";

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final String NEWEST =
      """
      select distinct on (p.purpose) p.purpose, p.name from purpose p
      where p.organisation_id = :organisation order by p.purpose, p.version desc
      """;

  private final AuditSnapshot snapshot;
  private final MessageSource words;

  PurposeNames(AuditSnapshot snapshot, MessageSource words) {
    this.snapshot = snapshot;
    this.words = words;
  }

  /** All that it declared, in the language. */
  public Named of(OrganisationId organisation, Locale language) {
    Map<String, String> names = new LinkedHashMap<>();
    snapshot
        .read(
            tables ->
                tables
                    .sql(NEWEST)
                    .param("organisation", organisation.value())
                    .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                    .list())
        .forEach(one -> names.put(one.getKey(), name(one.getKey(), one.getValue(), language)));
    return new Named(names);
  }

  /**
   * What one is called.
   *
   * @param declared as it was declared; where that is a built-in name in any language, it is told
   *     in the reader's
   */
  public String name(String purpose, String declared, Locale language) {
    boolean isAsBuiltIn =
        LANGUAGES.stream()
            .map(one -> builtIn(purpose, one))
            .anyMatch(name -> name != null && plain(name).equals(plain(declared)));
    String name = isAsBuiltIn ? builtIn(purpose, language) : null;
    return name == null ? declared : name;
  }

  private @Nullable String builtIn(String purpose, Locale language) {
    return words.getMessage(BUILT_IN + purpose, null, null, language);
  }

  /** Names were declared with straight apostrophes as well. */
  private static String plain(String name) {
    return name.replace('’', '\'');
  }

  /**
   * Names by key.
   *
   * @param byPurpose in the order of their keys
   */
  public record Named(Map<String, String> byPurpose) {

    /** What it is called; its key, where it was never declared. */
    public String of(String purpose) {
      return byPurpose.getOrDefault(purpose, purpose);
    }

    /** The same for several, one after the other. */
    public String all(List<String> purposes) {
      return String.join(", ", purposes.stream().map(this::of).toList());
    }
  }
}
