package org.counterfoil.command.imports;

import java.text.Normalizer;
import java.util.Locale;
import org.counterfoil.vault.PersonalValue;

/** An e-mail address however it is written, as it is compared. */
final class PlainEmail {

  private PlainEmail() {}

  static PersonalValue of(PersonalValue email) {
    return new PersonalValue(
        Normalizer.normalize(email.value(), Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
  }
}
