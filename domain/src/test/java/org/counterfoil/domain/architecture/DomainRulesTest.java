package org.counterfoil.domain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every rule twice: the domain keeps it, and a twin that breaks it is found. */
class DomainRulesTest {

  private static final String DOMAIN = "org.counterfoil.domain";
  private static final String TWIN = "org.counterfoil.domain.architecture.twin";

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(DOMAIN);
  private static final JavaClasses TWINS = new ClassFileImporter().importPackages(TWIN);

  @Test
  void knowsOnlyTheJdk() {
    check(DomainRules::knowsOnlyTheJdk, "org.junit.jupiter.api.Tag");
  }

  @Test
  void hasNoFloatingPoint() {
    check(
        DomainRules::hasNoFloatingPoint, "North.share is floating", "North.of(float) is floating");
  }

  @Test
  void isFreeOfCycles() {
    check(DomainRules::isFreeOfCycles, "Cycle detected: Slice north", "Slice south");
  }

  @Test
  void eventsAreRecordsWithAStoredName() {
    check(
        DomainRules::eventsAreRecordsWithAStoredName,
        "Facts$Nameless> is not annotated",
        "Facts$Mutable> is not assignable to java.lang.Record");
  }

  @Test
  void hasNoClockAndNoChance() {
    check(DomainRules::hasNoClockAndNoChance, "java.time.Instant.now()", "UUID.randomUUID()");
  }

  @Test
  void remembersNothing() {
    check(DomainRules::remembersNothing, "North.calls");
  }

  @Test
  void storedNamesAreUniqueAndHaveOneForm() {
    assertThat(DomainRules.faultsOfStoredNames(CODE)).isEmpty();
    assertThat(DomainRules.faultsOfStoredNames(TWINS)).hasSize(3);
  }

  private static void check(Function<String, ArchRule> rule, String... expected) {
    assertThat(CODE).as("the domain's classes").hasSizeGreaterThan(100);
    rule.apply(DOMAIN).check(CODE);

    List<String> found = rule.apply(TWIN).evaluate(TWINS).getFailureReport().getDetails();
    for (String fault : expected) {
      assertThat(found).as("what the twin breaks").anyMatch(detail -> detail.contains(fault));
    }
  }
}
