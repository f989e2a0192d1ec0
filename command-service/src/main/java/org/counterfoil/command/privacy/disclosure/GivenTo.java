package org.counterfoil.command.privacy.disclosure;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;

/** That data of somebody went to somebody else: to whom, when and which (Art. 15(1)(c) GDPR). */
public record GivenTo(
    PublicLabel recipient, Instant at, List<PurposeKey> purposes, List<PersonalField> fields) {

  public GivenTo {
    purposes = List.copyOf(purposes);
    fields = List.copyOf(fields);
  }
}
