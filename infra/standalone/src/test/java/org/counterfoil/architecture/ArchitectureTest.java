package org.counterfoil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code of all modules keeps the rules. That rules can fail is shown by {@link TwinTest}. */
class ArchitectureTest {

  static final String ROOT = "org.counterfoil";

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Modules that are not there yet; their rules wait for them. */
  private static final Set<Ring> TO_COME = EnumSet.of(Ring.BENCH);

  /** A misspelt package would keep every rule. */
  @ParameterizedTest
  @EnumSource(Ring.class)
  void aModuleHasClasses(Ring module) {
    String within = ROOT + "." + module.packageName() + ".";
    boolean isThere =
        CODE.stream().map(JavaClass::getName).anyMatch(name -> name.startsWith(within));
    assertThat(isThere).as("%s has classes", module).isEqualTo(!TO_COME.contains(module));
  }

  @Test
  void everyClassIsInAModule() {
    ModuleRules.everyClassIsInAModule(ROOT).check(CODE);
  }

  @ParameterizedTest
  @EnumSource(Ring.class)
  void aModuleUsesOnlyWhatItMay(Ring module) {
    ModuleRules.usesOnlyWhatItMay(ROOT, module).check(CODE);
  }

  @ParameterizedTest
  @EnumSource(Ring.class)
  void aModuleDoesNotKnowWhatItMustNot(Ring module) {
    ModuleRules.doesNotKnowOutside(ROOT, module).check(CODE);
  }

  @ParameterizedTest
  @EnumSource(Ring.class)
  void aModuleIsFreeOfCycles(Ring module) {
    ModuleRules.isFreeOfCycles(ROOT, module).check(CODE);
  }

  @ParameterizedTest
  @EnumSource(Ring.class)
  void aFeatureHasFoldersFreeOfCycles(Ring module) {
    ModuleRules.hasFoldersFreeOfCycles(ROOT, module).check(CODE);
  }

  @Test
  void projectionsDoNotKnowEachOther() {
    ModuleRules.projectionsDoNotKnowEachOther(ROOT).check(CODE);
  }

  @Test
  void namesSaySomething() {
    check(NamingRules.packagesAreFeatures(ROOT));
    check(NamingRules.namesSaySomething(ROOT));
  }

  @Test
  void endpointsAreCalledEndpoints() {
    check(NamingRules.whatAnswersRequestsIsAnEndpoint(ROOT));
    check(NamingRules.endpointsAreOfTheWeb(ROOT));
  }

  @Test
  void thereIsOneClock() {
    check(TimeRules.readsTheOneClock(ROOT, Exceptions.CLOCKS));
  }

  @Test
  void nobodySleeps() {
    check(TimeRules.doesNotSleep(ROOT, Exceptions.SLEEPS));
  }

  @Test
  void nobodyPrints() {
    check(TimeRules.logsByOneWay(ROOT, Exceptions.PRINTS));
  }

  /** Tests wait for what they wait for, by Awaitility, and not for time to pass. */
  @Test
  void noTestSleeps() {
    JavaClasses tests = new ClassFileImporter().importPaths(testClasses());
    assertThat(tests.contain(ArchitectureTest.class)).isTrue();

    TimeRules.doesNotSleep(ROOT, "org.counterfoil.architecture.twin.feed.Sleeps").check(tests);
  }

  /** The compiled tests of all modules, as far as they are compiled. */
  private static List<Path> testClasses() {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    try (Stream<Path> services = Files.list(root);
        Stream<Path> infra = Files.list(root.resolve("infra"))) {
      return Stream.concat(services, infra)
          .map(module -> module.resolve("target/test-classes"))
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** An exception that nobody needs any more is a hole. */
  @Test
  void everyExceptionIsNeeded() {
    assertNeeded(Exceptions.CLOCKS, TimeRules::readsTheOneClock);
    assertNeeded(Exceptions.SLEEPS, TimeRules::doesNotSleep);
    assertNeeded(Exceptions.PRINTS, TimeRules::logsByOneWay);
  }

  private static void assertNeeded(
      String[] exceptions, BiFunction<String, String[], ArchRule> rule) {
    for (String exception : exceptions) {
      String[] others =
          Arrays.stream(exceptions).filter(e -> !e.equals(exception)).toArray(String[]::new);
      assertThat(rule.apply(ROOT, others).evaluate(CODE).hasViolation())
          .as("%s needs its exception", exception)
          .isTrue();
    }
  }

  private static void check(ArchRule rule) {
    rule.check(CODE);
  }
}
