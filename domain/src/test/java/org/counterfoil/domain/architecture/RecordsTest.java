package org.counterfoil.domain.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Rejection;
import org.junit.jupiter.api.Test;

/** Events, commands and rejections, whichever there are. */
class RecordsTest {

  private static final List<Class<?>> TYPES =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("org.counterfoil.domain")
              .stream()
              .map(JavaClass::reflect)
              .<Class<?>>map(type -> type)
              .toList();

  /** A list that is handed in may change afterwards; what was decided and recorded may not. */
  @Test
  void eventsAndCommandsKeepCopiesOfTheirLists() throws ReflectiveOperationException {
    int lists = 0;
    for (Class<?> type : TYPES) {
      boolean isOurs = Event.class.isAssignableFrom(type) || Command.class.isAssignableFrom(type);
      if (isOurs && type.isRecord() && type.getEnclosingClass() != null) {
        lists += checkCopies(type, Sample::of);
      }
    }
    assertThat(lists).isGreaterThanOrEqualTo(15);
  }

  /** The negative control: a record that keeps the caller's list is found. */
  @Test
  void aRecordThatKeepsTheCallersListIsFound() {
    record Keeps(List<String> names) {}

    assertThatThrownBy(() -> checkCopies(Keeps.class, Sample::of))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Keeps.names");
  }

  /** Codes are what callers see: each once, over all enums where it means the same. */
  @Test
  void rejectionsAreEnumsInCapitals() {
    int codes = 0;
    for (Class<?> type : TYPES) {
      if (Rejection.class.isAssignableFrom(type) && !type.isInterface()) {
        assertThat(type.isEnum()).as("%s is an enum", type).isTrue();
        for (Object constant : type.getEnumConstants()) {
          assertThat(((Rejection) constant).name()).matches("[A-Z]+(_[A-Z]+)*");
          assertThat(((Rejection) constant).kind()).isNotNull();
          codes++;
        }
      }
    }
    assertThat(codes).isGreaterThan(60);
  }

  private static int checkCopies(Class<?> type, Function<Class<?>, Object> make)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    List<Integer> lists = new ArrayList<>();
    for (int index = 0; index < components.length; index++) {
      values[index] = make.apply(components[index].getType());
      if (Collection.class.isAssignableFrom(components[index].getType())) {
        lists.add(index);
      }
    }
    if (lists.isEmpty()) {
      return 0;
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    Object made = constructor.newInstance(values);
    for (int index : lists) {
      components[index].getAccessor().setAccessible(true);
      assertThat(components[index].getAccessor().invoke(made))
          .as("%s.%s", type.getSimpleName(), components[index].getName())
          .isNotSameAs(values[index]);
    }
    return lists.size();
  }

  /** Any value of a type, for records that do not look at it. */
  private static final class Sample {

    static Object of(Class<?> type) {
      if (type == List.class) {
        return new ArrayList<>();
      } else if (type == Set.class) {
        return new TreeSet<>();
      } else if (type == boolean.class) {
        return false;
      } else if (type == int.class) {
        return 1;
      } else if (type == long.class) {
        return 1L;
      }
      return null;
    }
  }
}
