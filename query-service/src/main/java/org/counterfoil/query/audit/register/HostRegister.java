package org.counterfoil.query.audit.register;

import java.util.List;
import org.counterfoil.query.audit.register.ProcessingRegister.ControllerEntry;
import org.counterfoil.query.audit.register.ProcessingRegister.OnBehalf;
import org.counterfoil.query.audit.register.ProcessingRegister.Transfers;

/**
 * What whoever runs Counterfoil processes for others (Art. 30(2) GDPR): a processor's own record,
 * over all the controllers that it serves.
 *
 * @param processing what it does for each of them, on whose behalf, and how it is protected
 * @param position up to which the log is reflected
 */
public record HostRegister(OnBehalf processing, List<ServedParty> controllers, long position) {

  /**
   * One that it serves.
   *
   * @param transfers to third countries that the controller says it makes; the host makes none
   */
  public record ServedParty(ControllerEntry controller, Transfers transfers) {}
}
