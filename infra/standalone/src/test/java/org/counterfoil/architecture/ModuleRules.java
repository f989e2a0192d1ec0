package org.counterfoil.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/**
 * Who may know whom. Each rule takes the root under which the modules' packages lie: that of the
 * code, or that of its twin. A module without classes keeps every rule.
 */
final class ModuleRules {

  private ModuleRules() {}

  /** A package outside the table would be under no rule at all. */
  static ArchRule everyClassIsInAModule(String root, String... notCode) {
    String[] known = Arrays.stream(Ring.values()).map(m -> within(root, m)).toArray(String[]::new);
    return classes()
        .that(
            resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(notCode))))
        .should()
        .resideInAnyPackage(known);
  }

  static ArchRule usesOnlyWhatItMay(String root, Ring module) {
    String[] forbidden =
        Arrays.stream(Ring.values())
            .filter(other -> !module.mayUse(other))
            .map(other -> within(root, other))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(within(root, module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true);
  }

  static ArchRule doesNotKnowOutside(String root, Ring module) {
    String[] unknown =
        module.mustNotKnow().stream()
            .flatMap(outside -> outside.packages().stream())
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(within(root, module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(unknown)
        .allowEmptyShould(true);
  }

  /** The features of one module do not know each other in circles; identifiers may be named. */
  static ArchRule isFreeOfCycles(String root, Ring module) {
    return slices()
        .matching(root + "." + module.packageName() + ".(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(),
            JavaClass.Predicates.assignableTo("org.counterfoil.domain.Identifier"))
        .allowEmptyShould(true);
  }

  /** Neither do the folders of one feature. */
  static ArchRule hasFoldersFreeOfCycles(String root, Ring module) {
    return slices()
        .matching(root + "." + module.packageName() + ".(*).(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  /**
   * Sales, accounts, audit and operations have schemas and database roles of their own: who may
   * read one may not read the other, and no code may carry what it read across.
   */
  static ArchRule projectionsDoNotKnowEachOther(String root) {
    return slices()
        .matching(root + ".query.(sales|accounts|audit|operations)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true);
  }

  private static String within(String root, Ring module) {
    return root + "." + module.packageName() + "..";
  }
}
