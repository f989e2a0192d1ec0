package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

  @EventType(name = "venue.opened", revision = 1)
  private record OtherOpened() implements Event {}

  @EventType(name = "VenueOpened", revision = 1)
  private record WronglyNamed() implements Event {}

  private record Unnamed() implements Event {}

  @Test
  void holdsEveryEventOfTheDomain() {
    assertThat(missingFrom(EventCatalogue.domain())).isEmpty();
  }

  @Test
  void aMissingRootIsFound() {
    assertThat(missingFrom(EventCatalogue.of(List.of(VenueEvent.class))))
        .contains("order.placed", "seat-hold.sold")
        .doesNotContain("venue.opened");
  }

  @Test
  void refusesANameThatIsUsedTwice() {
    assertThatThrownBy(() -> EventCatalogue.of(List.of(VenueEvent.class, OtherOpened.class)))
        .hasMessageContaining("unique")
        .hasMessageContaining("venue.opened");
  }

  @Test
  void refusesWhatHasNoStoredNameOrAWrongOne() {
    assertThatThrownBy(() -> EventCatalogue.of(List.of(Unnamed.class)))
        .hasMessageContaining("@EventType");
    assertThatThrownBy(() -> EventCatalogue.of(List.of(WronglyNamed.class)))
        .hasMessageContaining("VenueOpened");
  }

  @Test
  void refusesToStoreAnEventThatItDoesNotHold() {
    EventCatalogue orders = EventCatalogue.of(List.of(OrderEvent.class));

    assertThatThrownBy(() -> orders.entryOf(new OtherOpened()))
        .hasMessageContaining("Expected an event of the catalogue");
  }

  private static Set<String> missingFrom(EventCatalogue catalogue) {
    Collection<String> held = catalogue.types().stream().map(Class::getName).toList();
    Set<String> missing = new TreeSet<>();
    for (JavaClass type : new ClassFileImporter().importPackages("org.counterfoil.domain")) {
      boolean isEvent =
          type.isAnnotatedWith(EventType.class)
              || (type.isAssignableTo(Event.class) && !type.isInterface());
      if (isEvent && !held.contains(type.getName())) {
        missing.add(nameOf(type));
      }
    }
    return missing;
  }

  private static String nameOf(JavaClass type) {
    return Arrays.stream(type.reflect().getAnnotationsByType(EventType.class))
        .map(EventType::name)
        .findFirst()
        .orElse(type.getName());
  }
}
