package org.counterfoil.domain.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.Identifier;

/** What holds for the domain as a whole. Each rule takes the package it looks at, for its twin. */
final class DomainRules {

  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float", "[D", "[F");

  private DomainRules() {}

  /** Hashing is a function like any other; the rest of its packages is chance, keys and files. */
  private static final Set<String> HASHING =
      Set.of(
          "java.security.GeneralSecurityException",
          "java.security.Key",
          "java.security.MessageDigest",
          "javax.crypto.Mac",
          "javax.crypto.spec.SecretKeySpec");

  /** The domain runs without any framework; what it needs is the JDK and JSpecify's markers. */
  static ArchRule knowsOnlyTheJdk(String root) {
    return classes()
        .that(resideInAPackage(root + ".."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.time..",
                    "java.util..",
                    "java.nio.charset..")
                .or(resideInAnyPackage("org.jspecify.annotations..", "org.counterfoil.domain.."))
                .or(DescribedPredicate.describe("hashing", c -> HASHING.contains(c.getName())))
                .or(DescribedPredicate.describe("primitives", JavaClass::isPrimitive))
                .or(DescribedPredicate.describe("arrays", JavaClass::isArray)));
  }

  /** Amounts are minor units; nothing in the domain is approximate. */
  static ArchRule hasNoFloatingPoint(String root) {
    return CompositeArchRule.of(
            fields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should(notBeFloating()))
        .and(
            codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should(notTakeOrGiveFloating()));
  }

  /**
   * Features do not know each other in circles. Identifiers may be named across: they are values
   * without behaviour, by which one aggregate points at another.
   */
  static ArchRule isFreeOfCycles(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), assignableTo(Identifier.class).as("identifiers"));
  }

  /** What is stored has a name of its own: moving or renaming its class changes nothing. */
  static ArchRule eventsAreRecordsWithAStoredName(String root) {
    return classes()
        .that(resideInAPackage(root + ".."))
        .and()
        .areAssignableTo(Event.class)
        .and()
        .areNotInterfaces()
        .should()
        .beAnnotatedWith(EventType.class)
        .andShould()
        .beAssignableTo(Record.class);
  }

  /** Time, chance and identifiers come in with the command; the same events give the same state. */
  static ArchRule hasNoClockAndNoChance(String root) {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("reads a clock or makes chance", DomainRules::isChance));
  }

  private static boolean isChance(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean isClock = name.equals("now") && owner.startsWith("java.time.");
    boolean isSystem =
        owner.equals("java.lang.System")
            && Set.of("currentTimeMillis", "nanoTime", "identityHashCode", "getProperty", "getenv")
                .contains(name);
    boolean isChance =
        owner.startsWith("java.util.random.")
            || Set.of("java.util.Random", "java.util.concurrent.ThreadLocalRandom").contains(owner)
            || (owner.equals("java.lang.Math") && name.equals("random"))
            || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
            || (owner.equals("java.util.Collections") && name.equals("shuffle"));
    return isClock || isSystem || isChance || owner.equals("java.time.Clock");
  }

  /** State belongs to an aggregate: nothing is remembered beside it. */
  static ArchRule remembersNothing(String root) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .and()
        .areStatic()
        .should()
        .beFinal();
  }

  /** Every stored name once, in the form {@code noun.past-participle}; answers what is wrong. */
  static List<String> faultsOfStoredNames(JavaClasses classes) {
    Pattern form = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    List<String> faults = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JavaClass type : classes) {
      if (type.isAnnotatedWith(EventType.class)) {
        Annotation annotation = type.getAnnotationOfType(EventType.class);
        EventType stored = (EventType) annotation;
        if (!form.matcher(stored.name()).matches() || stored.revision() < 1) {
          faults.add("Expected noun.past-participle, but " + type.getName() + " has " + stored);
        }
        if (!names.add(stored.name() + " " + stored.revision())) {
          faults.add("Expected stored names to be unique, but " + stored + " repeats");
        }
      }
    }
    return faults;
  }

  private static ArchCondition<JavaField> notBeFloating() {
    return new ArchCondition<>("not be double or float") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        if (FLOATING.contains(field.getRawType().getName())) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is floating"));
        }
      }
    };
  }

  private static ArchCondition<JavaCodeUnit> notTakeOrGiveFloating() {
    return new ArchCondition<>("not take or give double or float") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean isGiven = FLOATING.contains(unit.getRawReturnType().getName());
        boolean isTaken =
            unit.getRawParameterTypes().stream().anyMatch(t -> FLOATING.contains(t.getName()));
        boolean isOurs = !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
        if (isOurs && (isGiven || isTaken)) {
          events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " is floating"));
        }
      }
    };
  }
}
