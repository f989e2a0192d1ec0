package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class DomainJsonTest {

  record Everything(
      OrderId id,
      PublicLabel label,
      TaxRate rate,
      Money price,
      Role role,
      Set<Role> roles,
      List<PublicLabel> labels,
      Instant at,
      LocalTime dayEndsAt,
      MonthDay fiscalYearStart,
      ZoneId timeZone,
      int count,
      boolean isShared,
      @Nullable Instant until) {

    /** Computed, not a component. */
    @SuppressWarnings("unused")
    public boolean isFree() {
      return price.isZero();
    }

    @SuppressWarnings("unused")
    public String getDisplay() {
      return label.value();
    }
  }

  private static final String JSON =
      """
      {"id":"01938000-0000-7000-8000-000000000001","label":"Été","rate":"5.5",\
      "price":{"minor":2500,"currency":"EUR"},"role":"DPO","roles":["ADMIN","DPO"],\
      "labels":["A","B"],"at":"2026-12-01T19:30:00Z","dayEndsAt":"04:00",\
      "fiscalYearStart":"09-01","timeZone":"Europe/Paris","count":3,"isShared":true}""";

  private final JsonMapper json = DomainJson.mapper();

  @Test
  void valuesHaveOneForm() {
    Everything everything =
        new Everything(
            new OrderId(SampleEvents.id(1)),
            new PublicLabel("Été"),
            new TaxRate("5.50"),
            new Money(2500, Currency.getInstance("EUR")),
            Role.DPO,
            Set.of(Role.DPO, Role.ADMIN),
            List.of(new PublicLabel("A"), new PublicLabel("B")),
            Instant.parse("2026-12-01T19:30:00Z"),
            LocalTime.of(4, 0),
            MonthDay.of(9, 1),
            ZoneId.of("Europe/Paris"),
            3,
            true,
            null);

    assertThat(json.writeValueAsString(everything)).isEqualTo(JSON);
    assertThat(json.readValue(JSON, Everything.class)).isEqualTo(everything);
  }

  @Test
  void aNullableComponentMayBeNullAsWellAsMissing() {
    String explicit = JSON.replace("\"isShared\":true", "\"isShared\":true,\"until\":null");

    assertThat(json.readValue(explicit, Everything.class))
        .isEqualTo(json.readValue(JSON, Everything.class));
  }

  @Test
  void timesKeepWhatTheyHave() {
    for (String time :
        List.of(
            "2026-12-01T19:30:00.120Z", "2026-12-01T19:30:00.123456Z", "1969-12-31T23:59:59Z")) {
      Instant instant = json.readValue("\"" + time + "\"", Instant.class);
      assertThat(json.writeValueAsString(instant)).isEqualTo("\"" + time + "\"");
    }
  }

  @Test
  void decodedListsCannotBeChanged() {
    List<PublicLabel> labels = json.readValue(JSON, Everything.class).labels();

    assertThatThrownBy(() -> labels.add(new PublicLabel("C")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"label\":\"Été\",|",
        "\"count\":3,|",
        "\"label\":\"Été\"|\"label\":null",
        "\"count\":3|\"count\":null",
        "\"count\":3|\"count\":\"3\"",
        "\"count\":3|\"count\":3.5",
        "\"count\":3|\"count\":3000000000",
        "\"isShared\":true|\"isShared\":1",
        "\"isShared\":true|\"isShared\":\"true\"",
        "\"rate\":\"5.5\"|\"rate\":5.5",
        "\"role\":\"DPO\"|\"role\":\"dpo\"",
        "\"role\":\"DPO\"|\"role\":4",
        "\"labels\":[\"A\",\"B\"]|\"labels\":[\"A\",null]",
        "\"labels\":[\"A\",\"B\"]|\"labels\":\"A\"",
        "\"count\":3|\"count\":3,\"free\":true",
        "\"count\":3|\"count\":3,\"count\":3",
        "\"at\":\"2026-12-01T19:30:00Z\"|\"at\":\"2026-12-01\"",
        "\"at\":\"2026-12-01T19:30:00Z\"|\"at\":1764617400",
        "-000000000001|-1",
        "\"EUR\"|\"EURO\"",
        "Europe/Paris|Europe/Lutetia",
        "09-01|02-30",
      })
  void whatIsMissingUnknownOrOfAnotherTypeIsRefused(String change) {
    String[] parts = change.split("\\|", -1);
    assertThat(JSON).contains(parts[0]);

    assertThatThrownBy(() -> json.readValue(JSON.replace(parts[0], parts[1]), Everything.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void aRefusalSaysWhatIsWrongWithoutRepeatingIt() {
    String personal = JSON.replace("Été", "jeanne.moreau@example.org");

    assertThatThrownBy(() -> json.readValue(personal, Everything.class))
        .hasMessageContaining("Expected a public label")
        .hasMessageNotContainingAny("jeanne", "example.org")
        .hasRootCauseInstanceOf(InvalidText.class);
  }
}
