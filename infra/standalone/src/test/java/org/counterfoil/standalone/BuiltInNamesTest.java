package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Built-in purposes are declared by the command side and shown by the query side: the two must call
 * them the same, or an officer would read another language's name.
 */
class BuiltInNamesTest {

  private static final String DECLARED = "org/counterfoil/command/privacy/register/notices";
  private static final String SHOWN = "org/counterfoil/query/audit/pages/messages";

  @Test
  void aBuiltInPurposeHasOneNameInEachLanguage() throws IOException {
    for (String language : new String[] {"", "_fr"}) {
      Map<String, String> declared = names(DECLARED + language, "name.");
      assertThat(declared).hasSizeGreaterThan(10);
      assertThat(names(SHOWN + language, "audit.builtIn.")).isEqualTo(declared);
    }
  }

  /** Apostrophes may be straight in one and curved in the other. */
  private static Map<String, String> names(String bundle, String prefix) throws IOException {
    Properties words = new Properties();
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(
                BuiltInNamesTest.class.getClassLoader().getResourceAsStream(bundle + ".properties"),
                bundle),
            StandardCharsets.UTF_8)) {
      words.load(text);
    }
    Map<String, String> names = new TreeMap<>();
    words.forEach(
        (key, name) -> {
          if (key.toString().startsWith(prefix)) {
            names.put(
                key.toString().substring(prefix.length()), name.toString().replace('’', '\''));
          }
        });
    return names;
  }
}
