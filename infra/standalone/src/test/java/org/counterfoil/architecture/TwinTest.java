package org.counterfoil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The twin is a small code base under a root of its own that breaks every rule. A rule that finds
 * nothing in it finds nothing anywhere.
 */
class TwinTest {

  private static final String ROOT = "org.counterfoil.architecture.twin";
  private static final JavaClasses TWIN = new ClassFileImporter().importPackages(ROOT);

  @Test
  void aClassOutsideTheModulesIsFound() {
    assertThat(faults(ModuleRules.everyClassIsInAModule(ROOT)))
        .singleElement()
        .asString()
        .contains("twin.nowhere.Lost");
  }

  /** Every module knows every other one: exactly those that it may not are found. */
  @ParameterizedTest
  @EnumSource(Ring.class)
  void everyForbiddenModuleIsFoundAndNoOther(Ring module) {
    String faults = String.join("\n", faults(ModuleRules.usesOnlyWhatItMay(ROOT, module)));

    for (Ring other : Ring.values()) {
      String field = "KnowsAll." + other.packageName() + ">";
      if (module.mayUse(other)) {
        assertThat(faults).as("%s may use %s", module, other).doesNotContain(field);
      } else {
        assertThat(faults).as("%s may not use %s", module, other).contains(field);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Ring.class)
  void everythingOutsideThatIsForbiddenIsFoundAndNothingElse(Ring module) {
    String faults = String.join("\n", faults(ModuleRules.doesNotKnowOutside(ROOT, module)));

    for (Outside outside : Outside.values()) {
      String field = "KnowsAll." + outside.name().toLowerCase(Locale.ROOT) + ">";
      boolean isFound = module.mustNotKnow().contains(outside);
      boolean isWebOfSpring =
          outside == Outside.WEB && module.mustNotKnow().contains(Outside.SPRING);
      if (isFound || isWebOfSpring) {
        assertThat(faults).contains(field);
      } else {
        assertThat(faults).doesNotContain(field);
      }
    }
  }

  @Test
  void aCircleIsFound() {
    assertThat(faults(ModuleRules.isFreeOfCycles(ROOT, Ring.COMMAND)))
        .singleElement()
        .asString()
        .contains("Slice north", "Slice south");
  }

  @Test
  void aCircleOfFoldersIsFound() {
    assertThat(faults(ModuleRules.hasFoldersFreeOfCycles(ROOT, Ring.QUERY)))
        .singleElement()
        .asString()
        .contains("accounts - east", "accounts - west");
  }

  @Test
  void projectionsThatKnowEachOtherAreFound() {
    assertThat(faults(ModuleRules.projectionsDoNotKnowEachOther(ROOT))).hasSize(4);
  }

  @Test
  void drawersAndEmptyWordsAreFound() {
    assertThat(faults(NamingRules.packagesAreFeatures(ROOT))).hasSize(10);
    assertThat(faults(NamingRules.namesSaySomething(ROOT))).hasSize(12);
  }

  @Test
  void endpointsByOtherNamesAndInOtherPlacesAreFound() {
    assertThat(faults(NamingRules.whatAnswersRequestsIsAnEndpoint(ROOT)))
        .hasSize(3)
        .anyMatch(fault -> fault.contains("SeatApi"))
        .anyMatch(fault -> fault.contains("SeatPages"))
        .anyMatch(fault -> fault.contains("SeatRoutes"));
    assertThat(faults(NamingRules.endpointsAreOfTheWeb(ROOT)))
        .singleElement()
        .asString()
        .contains("LostEndpoint");
  }

  @Test
  void timesOfTheirOwnAreFoundAndTheDrivenOneIsNot() {
    assertThat(faults(TimeRules.readsTheOneClock(ROOT)))
        .hasSize(6)
        .noneMatch(fault -> fault.contains("Clocks.driven"));
  }

  @Test
  void sleepersAndPrintersAreFound() {
    assertThat(faults(TimeRules.doesNotSleep(ROOT))).hasSize(3);
    assertThat(faults(TimeRules.logsByOneWay(ROOT)))
        .extracting(fault -> fault.replaceAll(".*Method <.*Prints\\.(\\w+)\\(.*", "$1"))
        .contains("out", "err", "trace", "jul");
  }

  @Test
  void anExceptionIsOneClassOnly() {
    String prints = ROOT + ".feed.Prints";
    assertThat(faults(TimeRules.logsByOneWay(ROOT, prints))).isEmpty();
    assertThat(faults(TimeRules.logsByOneWay(ROOT, ROOT + ".feed.Print"))).isNotEmpty();
    assertThat(Arrays.asList(Exceptions.PRINTS)).hasSize(6);
  }

  private static List<String> faults(ArchRule rule) {
    return rule.evaluate(TWIN).getFailureReport().getDetails();
  }
}
