package org.counterfoil.architecture;

import static org.counterfoil.architecture.Outside.AXON;
import static org.counterfoil.architecture.Outside.KAFKA;
import static org.counterfoil.architecture.Outside.SPRING;
import static org.counterfoil.architecture.Outside.WEB;

import java.util.Set;

/**
 * The modules, which are rings: the table of the architecture as code. Of other people's code it
 * says what a module must not know.
 */
enum Ring {
  DOMAIN("domain"),
  EVENT_STORE("eventstore"),
  VAULT("vault"),
  HTTP("http"),
  FEED("feed"),
  EMBEDDED("embedded"),
  COMMAND("command"),
  QUERY("query"),
  STANDALONE("standalone"),
  CROWD("crowd"),
  BENCH("bench");

  private final String packageName;

  Ring(String packageName) {
    this.packageName = packageName;
  }

  String packageName() {
    return packageName;
  }

  boolean mayUse(Ring other) {
    return this == other || others().contains(other);
  }

  private Set<Ring> others() {
    return switch (this) {
      case DOMAIN, EMBEDDED, CROWD -> Set.of();
      case EVENT_STORE, VAULT -> Set.of(DOMAIN);
      case HTTP, FEED -> Set.of(DOMAIN, EVENT_STORE);
      case COMMAND -> Set.of(DOMAIN, EVENT_STORE, VAULT, HTTP);
      // Not the vault: what returns personal data is answered by the command service, because the
      // disclosure must be recorded first.
      case QUERY -> Set.of(DOMAIN, EVENT_STORE, FEED, HTTP);
      case STANDALONE ->
          Set.of(DOMAIN, EVENT_STORE, VAULT, HTTP, FEED, EMBEDDED, COMMAND, QUERY, CROWD);
      // It measures in process and over HTTP.
      case BENCH -> Set.of(DOMAIN, EVENT_STORE, HTTP, EMBEDDED, COMMAND, STANDALONE, CROWD);
    };
  }

  Set<Outside> mustNotKnow() {
    return switch (this) {
      case DOMAIN -> Set.of(AXON, KAFKA, SPRING, WEB);
      case EVENT_STORE -> Set.of(KAFKA, WEB);
      case VAULT -> Set.of(AXON, KAFKA, WEB);
      case HTTP, QUERY, STANDALONE -> Set.of(AXON, KAFKA);
      case FEED -> Set.of(AXON, WEB);
      // It starts servers of Kafka and knows no client of ours.
      case EMBEDDED -> Set.of(AXON, SPRING, WEB);
      case COMMAND -> Set.of(KAFKA);
      case CROWD -> Set.of(AXON, KAFKA, SPRING, WEB);
      case BENCH -> Set.of();
    };
  }
}
