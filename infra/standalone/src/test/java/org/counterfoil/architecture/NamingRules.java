package org.counterfoil.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Names that say something. Each rule takes the package it looks at, for its twin. */
final class NamingRules {

  /** Packages are features; these are drawers. */
  private static final String[] DRAWERS = {
    "..common..",
    "..shared..",
    "..core..",
    "..util..",
    "..utils..",
    "..impl..",
    "..dto..",
    "..manager..",
    "..helper..",
    "..misc.."
  };

  /**
   * "Controller" is the data controller's word; "MetaData" is Axon's and says what it says;
   * "PersonalData" is the law's word, in commands as in events.
   */
  private static final List<String> EMPTY_WORDS =
      List.of(
          "Impl",
          "Util",
          "Utils",
          "Helper",
          "Helpers",
          "Manager",
          "Dto",
          "DTO",
          "Mapper",
          "(?<!Meta|Personal)Data",
          "Info",
          "Controller");

  private NamingRules() {}

  static ArchRule packagesAreFeatures(String root) {
    return noClasses().that(resideInAPackage(root + "..")).should().resideInAnyPackage(DRAWERS);
  }

  static ArchRule namesSaySomething(String root) {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should()
        .haveNameMatching(".*[.$](?:.*)(?:" + String.join("|", EMPTY_WORDS) + ")");
  }

  /** A class that answers HTTP requests says so by its name, and no other class does. */
  static ArchRule whatAnswersRequestsIsAnEndpoint(String root) {
    return classes()
        .that(resideInAPackage(root + "..").and(answersRequests()))
        .should()
        .haveSimpleNameEndingWith("Endpoint")
        .allowEmptyShould(true);
  }

  static ArchRule endpointsAreOfTheWeb(String root) {
    return classes()
        .that(resideInAPackage(root + ".."))
        .and()
        .haveSimpleNameEndingWith("Endpoint")
        .should()
        .resideInAnyPackage(
            root + ".command..", root + ".query..", root + ".http..", root + ".standalone..")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> answersRequests() {
    return DescribedPredicate.describe(
        "answer requests",
        type -> {
          boolean isController =
              type.isAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                  || type.isAnnotatedWith("org.springframework.stereotype.Controller");
          boolean isConfiguration =
              type.isAnnotatedWith("org.springframework.context.annotation.Configuration")
                  || type.isAnnotatedWith(
                      "org.springframework.boot.autoconfigure.SpringBootApplication");
          boolean isRouting =
              type.getMethods().stream()
                  .anyMatch(
                      method ->
                          method
                                  .getRawReturnType()
                                  .getName()
                                  .equals("org.springframework.web.servlet.function.RouterFunction")
                              && method.isAnnotatedWith(
                                  "org.springframework.context.annotation.Bean"));
          return isController || (isRouting && !isConfiguration);
        });
  }
}
