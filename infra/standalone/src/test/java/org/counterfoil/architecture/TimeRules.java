package org.counterfoil.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** One clock for everything, nobody sleeps, nobody prints. Exceptions are named where they are. */
final class TimeRules {

  /** Ways to a time that the one clock does not drive. Differences of nanoTime are no time. */
  private static final Set<String> UNDRIVEN =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickSeconds",
          "java.time.Clock.tickMinutes",
          "java.time.InstantSource.system",
          "java.util.Calendar.getInstance");

  private static final Set<String> SLEEPS =
      Set.of(
          "java.lang.Thread.sleep",
          "java.util.concurrent.TimeUnit.sleep",
          "java.util.concurrent.locks.LockSupport.parkNanos");

  private static final Set<String> PRINTS =
      Set.of("java.lang.System.out", "java.lang.System.err", "java.lang.Throwable.printStackTrace");

  private TimeRules() {}

  static ArchRule readsTheOneClock(String root, String... exceptions) {
    return noClasses()
        .that(resideInAPackage(root + "..").and(isNone(exceptions)))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("is a time of its own", TimeRules::isUndriven));
  }

  static ArchRule doesNotSleep(String root, String... exceptions) {
    return noClasses()
        .that(resideInAPackage(root + "..").and(isNone(exceptions)))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("sleeps", access -> SLEEPS.contains(nameOf(access))));
  }

  static ArchRule logsByOneWay(String root, String... exceptions) {
    return noClasses()
        .that(resideInAPackage(root + "..").and(isNone(exceptions)))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "prints or logs by another way",
                access ->
                    PRINTS.contains(nameOf(access))
                        || access.getName().equals("printStackTrace")
                        || access.getTargetOwner().getPackageName().equals("java.util.logging")
                        || access.getTargetOwner().getName().equals("java.lang.System$Logger")));
  }

  private static boolean isUndriven(JavaAccess<?> access) {
    boolean isNow =
        access.getName().equals("now")
            && access.getTargetOwner().getPackageName().startsWith("java.time")
            && access.getTarget() instanceof CodeUnitCallTarget call
            && call.getRawParameterTypes().stream()
                .noneMatch(type -> type.isAssignableTo(java.time.Clock.class));
    boolean isNewDate =
        access.getTargetOwner().getName().equals("java.util.Date")
            && access.getTarget() instanceof CodeUnitCallTarget call
            && call.getName().equals("<init>")
            && call.getRawParameterTypes().isEmpty();
    return isNow || isNewDate || UNDRIVEN.contains(nameOf(access));
  }

  private static String nameOf(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getName();
  }

  /** Not one of the named classes, nor within one. */
  private static DescribedPredicate<JavaClass> isNone(String... exceptions) {
    Set<String> names = Set.of(exceptions);
    return DescribedPredicate.describe(
        "are no exception",
        type -> names.stream().noneMatch(n -> (type.getName() + "$").startsWith(n + "$")));
  }
}
