package org.counterfoil.domain.privacy.controller;

import java.util.List;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of the controller beside its name (Art. 30(1)(a), (e) and (g) GDPR).
 *
 * @param address of its seat
 * @param dpoContact of the data protection officer; missing where there is none
 * @param representative in the Union, of a controller outside it (Art. 27); the name of an office
 * @param jointControllers who decides with it (Art. 26), by their names
 * @param measures that it takes beside Counterfoil's own
 */
public record ControllerDescription(
    PublicLabel address,
    PublicContact contact,
    @Nullable PublicContact dpoContact,
    @Nullable PublicLabel representative,
    List<PublicLabel> jointControllers,
    List<ThirdCountryTransfer> transfers,
    List<PublicLabel> measures) {

  public ControllerDescription {
    jointControllers = List.copyOf(jointControllers);
    transfers = List.copyOf(transfers);
    measures = List.copyOf(measures);
  }
}
