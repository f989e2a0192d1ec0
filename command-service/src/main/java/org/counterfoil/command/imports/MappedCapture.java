package org.counterfoil.command.imports;

import java.util.List;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;

/** Fields that were told for a purpose that asks for no consent, under a notice. */
record MappedCapture(PurposeDeclared purpose, NoticePublished notice, List<PersonalField> fields) {

  MappedCapture {
    fields = List.copyOf(fields);
  }
}
