package org.counterfoil.command.imports;

import java.util.List;
import java.util.Map;
import org.counterfoil.command.imports.ImportMapping.ConsentColumns;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one purpose's answers, checked against the register.
 *
 * @param fields that are captured with a yes
 * @param notice the text of all of them; missing where a column names it, or nothing does
 * @param texts the text that each word of that column names
 */
record MappedConsent(
    PurposeDeclared purpose,
    ConsentColumns columns,
    List<PersonalField> fields,
    @Nullable NoticePublished notice,
    Map<String, NoticePublished> texts) {

  MappedConsent {
    fields = List.copyOf(fields);
    texts = Map.copyOf(texts);
  }
}
