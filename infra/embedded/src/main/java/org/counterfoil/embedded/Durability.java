package org.counterfoil.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** What happens to a committed row when the machine loses power. */
enum Durability {
  /** It is there. */
  DURABLE("on"),
  /** Anything may be lost, in exchange for speed: throw-away instances in unit tests only. */
  NONE("off");

  private final String value;

  Durability(String value) {
    this.value = value;
  }

  /** Settings that decide it, all equally necessary. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fsync", value);
    settings.put("synchronous_commit", value);
    settings.put("full_page_writes", value);
    return settings;
  }
}
