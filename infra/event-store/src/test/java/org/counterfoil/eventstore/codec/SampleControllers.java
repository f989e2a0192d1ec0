package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.privacy.controller.ControllerDescription;
import org.counterfoil.domain.privacy.controller.ControllerEvent.ControllerDescribed;
import org.counterfoil.domain.privacy.controller.ThirdCountryTransfer;
import org.counterfoil.domain.privacy.controller.TransferSafeguard;

/** What the register says of a controller. A sample MUST NOT be changed once it is approved. */
final class SampleControllers {

  private SampleControllers() {}

  static List<Event> all() {
    return List.of(
        new ControllerDescribed(
            THEATRE,
            new ControllerDescription(
                new PublicLabel("4 quai du Lac, 74200 Thonon-les-Bains"),
                new PublicContact("contact@theatre.example"),
                new PublicContact("dpo@theatre.example"),
                new PublicLabel("Cabinet d'un représentant"),
                List.of(new PublicLabel("Orchestre des Salines")),
                List.of(
                    new ThirdCountryTransfer(
                        new PublicLabel("Prestataire d'envoi"),
                        new CountryCode("CA"),
                        TransferSafeguard.ADEQUACY_DECISION)),
                List.of(new PublicLabel("Armoire fermée à clé")))));
  }
}
