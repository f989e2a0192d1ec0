package org.counterfoil.command.privacy.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterfoil.command.privacy.register.NoticeTexts;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;

/** A language in which forms explain themselves. */
enum FormLanguage {
  FR,
  EN;

  static Optional<FormLanguage> of(String tag) {
    return Stream.of(values()).filter(one -> one.tag().value().equals(tag)).findFirst();
  }

  LanguageTag tag() {
    return new LanguageTag(name().toLowerCase(Locale.ROOT));
  }

  NoticeTexts texts() {
    return NoticeTexts.in(tag());
  }

  /** The newest in this language, or else the newest in any: what is asked needs a text. */
  Optional<NoticePublished> newest(List<NoticePublished> notices) {
    return notices.stream()
        .filter(notice -> notice.language().equals(tag()))
        .reduce((earlier, later) -> later)
        .or(() -> notices.stream().reduce((earlier, later) -> later));
  }
}
