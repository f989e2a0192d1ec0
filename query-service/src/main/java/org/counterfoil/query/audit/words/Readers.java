package org.counterfoil.query.audit.words;

import java.util.Locale;
import org.counterfoil.domain.Actor;
import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.http.access.KnownActor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Who acted, in words: a token by the label that an administrator gave it, a login by its role.
 * Templates know it as {@code readers}. Counterfoil knows no member of the staff by name.
 */
public final class Readers {

  private final AccessDirectory directory;
  private final MessageSource words;

  Readers(AccessDirectory directory, MessageSource words) {
    this.directory = directory;
    this.words = words;
  }

  /**
   * In the reader's language.
   *
   * @param actor as {@code KIND:id}
   */
  public String of(String actor) {
    return of(actor, LocaleContextHolder.getLocale());
  }

  /** In a language. */
  public String of(String actor, Locale language) {
    Actor parsed = Actor.parse(actor);
    KnownActor known = directory.known(parsed);
    String kind = word("actor.", parsed.kind(), language);
    if (known == null) {
      return kind;
    }
    String role = word("role.", known.role(), language);
    String label = known.label();
    return (label == null ? kind : label) + " (" + role + ")";
  }

  private String word(String list, Enum<?> code, Locale language) {
    String word = words.getMessage("audit." + list + code.name(), null, code.name(), language);
    return word == null ? code.name() : word;
  }
}
