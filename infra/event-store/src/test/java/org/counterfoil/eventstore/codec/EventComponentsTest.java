package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.Identifier;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Text;
import org.counterfoil.domain.money.Money;
import org.junit.jupiter.api.Test;

/**
 * Events hold identifiers, codes, amounts and times: nothing in which a person could be written.
 */
class EventComponentsTest {

  private static final Set<Class<?>> SCALARS =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          boolean.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          MonthDay.class,
          ZoneId.class,
          Currency.class,
          Actor.class);

  private static final Set<Type> CONTAINERS = Set.of(List.class, Set.class);

  record Note(PublicLabel title, String text) {}

  @EventType(name = "test.sound", revision = 1)
  record Sound(Money price, List<PublicLabel> labels) implements Event {}

  @EventType(name = "test.talkative", revision = 1)
  record Talkative(String remark, List<Note> notes, Map<String, Long> counts, double share)
      implements Event {}

  @Test
  void everyComponentOfEveryEventIsOfAnAllowedType() {
    assertThat(faults(EventCatalogue.domain())).isEmpty();
    assertThat(faults(EventCatalogue.of(List.of(Sound.class)))).isEmpty();
  }

  @Test
  void freeTextAndOtherTypesAreFound() {
    assertThat(faults(EventCatalogue.of(List.of(Talkative.class))))
        .containsExactly(
            "Talkative.counts: java.util.Map<java.lang.String, java.lang.Long>",
            "Talkative.notes.text: class java.lang.String",
            "Talkative.remark: class java.lang.String",
            "Talkative.share: double");
  }

  private static Set<String> faults(EventCatalogue catalogue) {
    Set<String> faults = new TreeSet<>();
    for (EventCatalogue.Entry entry : catalogue.entries()) {
      checkRecord(entry.type().getSimpleName(), entry.type(), faults);
    }
    return faults;
  }

  private static void checkRecord(String path, Class<?> type, Set<String> faults) {
    for (RecordComponent component : type.getRecordComponents()) {
      check(path + "." + component.getName(), component.getGenericType(), faults);
    }
  }

  private static void check(String path, Type type, Set<String> faults) {
    if (type instanceof ParameterizedType container
        && CONTAINERS.contains(container.getRawType())) {
      check(path, container.getActualTypeArguments()[0], faults);
    } else if (!(type instanceof Class<?> raw)) {
      faults.add(path + ": " + type.getTypeName());
    } else if (!isScalar(raw)) {
      if (raw.isRecord()) {
        checkRecord(path, raw, faults);
      } else {
        faults.add(path + ": " + raw);
      }
    }
  }

  private static boolean isScalar(Class<?> type) {
    return SCALARS.contains(type)
        || type.isEnum()
        || (type.isRecord() && Identifier.class.isAssignableFrom(type))
        || (type.isRecord() && Text.class.isAssignableFrom(type));
  }
}
