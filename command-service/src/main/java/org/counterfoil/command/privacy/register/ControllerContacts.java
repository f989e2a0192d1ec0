package org.counterfoil.command.privacy.register;

import java.util.List;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.privacy.controller.ThirdCountryTransfer;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for personal data, and how it is reached (Art. 13(1)(a) and (b), 15(2) GDPR).
 *
 * @param address of its seat; missing, as its contact, until the register says it
 * @param dpoContact of its data protection officer; missing where there is none
 * @param transfers of data to third countries
 */
public record ControllerContacts(
    PublicLabel name,
    CountryCode country,
    @Nullable PublicLabel address,
    @Nullable PublicContact contact,
    @Nullable PublicContact dpoContact,
    List<ThirdCountryTransfer> transfers) {

  public ControllerContacts {
    transfers = List.copyOf(transfers);
  }
}
