package org.counterfoil.command.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedPageTest {

  private static final Pattern KEY = Pattern.compile("#\\{([^}]*)}");
  private static final Pattern SCRIPTED = Pattern.compile("\\bwords\\.([a-zA-Z]+)");

  @ParameterizedTest
  @CsvSource({
    "org.counterfoil.command.waitingroom.RoomPageEndpoint, room, messages",
    "org.counterfoil.command.admission.DoorPageEndpoint, door, messages"
  })
  void saysEverythingInBothLanguages(String beside, String name, String said) throws Exception {
    Class<?> where = Class.forName(beside);
    Set<String> asked = new TreeSet<>();
    KEY.matcher(text(where, name + ".html")).results().forEach(key -> asked.add(key.group(1)));

    for (String language : new String[] {said + ".properties", said + "_fr.properties"}) {
      Properties messages = messages(where, language);
      assertThat(messages.stringPropertyNames()).as(language).isEqualTo(asked);
      for (String key : asked) {
        String message = messages.getProperty(key);
        assertThat(message).as(key).isNotBlank();
        boolean isInAnAttribute = key.startsWith("words.") || key.equals("gate.first");
        assertThat(isInAnAttribute && message.contains("\"")).as(key).isFalse();
      }
    }
    isWhole(new FixedPage(where, name, said));
  }

  /** What the page asks is said, and whatever its script says as well; nothing else is. */
  @ParameterizedTest
  @CsvSource({
    "form.FormPagesEndpoint, order, order",
    "form.FormPagesEndpoint, newsletter, newsletter",
    "form.FormPagesEndpoint, account, account",
    "admission.GuestsPageEndpoint, guests, guests",
    "form.FormPagesEndpoint, link, confirmation",
    "form.FormPagesEndpoint, link, withdrawal",
    "form.FormPagesEndpoint, my-data, my-data"
  })
  void aPageInAFrameSaysEverythingInBothLanguages(String beside, String name, String said)
      throws Exception {
    Class<?> where = Class.forName("org.counterfoil.command." + beside);
    Set<String> asked = new TreeSet<>();
    for (String template :
        new String[] {text(FixedPage.class, "frame.html"), text(where, name + ".html")}) {
      KEY.matcher(template).results().forEach(key -> asked.add(key.group(1)));
    }
    assertThat(asked.removeAll(Set.of("page", "script", "words"))).isTrue();
    Set<String> words = new TreeSet<>();
    for (String language : new String[] {said + ".properties", said + "_fr.properties"}) {
      Properties messages = messages(where, language);
      Set<String> keys = new TreeSet<>(messages.stringPropertyNames());
      assertThat(keys).as(language).containsAll(asked);
      keys.removeAll(asked);
      assertThat(keys).as(language).isNotEmpty().allMatch(key -> key.startsWith("words."));
      assertThat(words.isEmpty() || words.equals(keys)).as("the same words, %s", keys).isTrue();
      words.addAll(keys);
      for (String key : messages.stringPropertyNames()) {
        assertThat(messages.getProperty(key)).as(key).isNotBlank();
        assertThat(key.startsWith("words.") && messages.getProperty(key).contains("\""))
            .as(key)
            .isFalse();
      }
    }
    Set<String> scripted = new TreeSet<>();
    SCRIPTED
        .matcher(text(where, name + ".js"))
        .results()
        .forEach(
            word ->
                scripted.add(
                    "words."
                        + word.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)));
    assertThat(scripted).isNotEmpty();
    assertThat(words).as("what the script says").containsAll(scripted);
    isWhole(FixedPage.framed(where, name, said, "/scripts/"));
  }

  private static void isWhole(FixedPage page) {
    assertThat(body(page, "fr")).contains("<html lang=\"fr\">").doesNotContain("#{");
    assertThat(body(page, "en")).contains("<html lang=\"en\">").doesNotContain("#{");
  }

  @Test
  void chooses_elseTakesWhatTheBrowserAccepts_elseEnglish() {
    FixedPage page = new FixedPage(FixedPageTest.class, "fixed-page");

    assertThat(body(page, "fr")).isEqualTo("<p title=\"Été à 20 $\">fr</p>\n");
    assertThat(answered(page, null, "de, fr;q=0.8, en;q=0.5")).contains("Été");
    assertThat(answered(page, null, null)).contains("Summer");
    assertThat(answered(page, null, "\u0000")).contains("Summer");
    assertThat(answered(page, "en", "fr")).contains("Summer");
  }

  @Test
  void refusesATemplateThatAsksForWhatNobodySays() {
    assertThatThrownBy(() -> new FixedPage(FixedPageTest.class, "fixed-page-with-a-lack"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"lack\"");
  }

  private static String body(FixedPage page, String chosen) {
    return answered(page, chosen, null);
  }

  private static String answered(
      FixedPage page, @Nullable String chosen, @Nullable String accepted) {
    return new String(
        requireNonNull(page.answer(chosen, accepted).getBody()), StandardCharsets.UTF_8);
  }

  private static Properties messages(Class<?> beside, String name) throws IOException {
    Properties messages = new Properties();
    messages.load(new StringReader(text(beside, name)));
    return messages;
  }

  private static String text(Class<?> beside, String name) {
    return new String(FixedPage.read(beside, name), StandardCharsets.UTF_8);
  }
}
