package org.counterfoil.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.counterfoil.command.exchange.Timetable.Times;
import org.counterfoil.domain.organisation.OrganisationId;
import org.junit.jupiter.api.Test;

/** Entries as RFC 5545 has them. */
class CalendarTest {

  private static final Instant START = Instant.parse("2026-12-01T19:30:00Z");

  private static String entry(String title) {
    return entry(title, false);
  }

  private static String entry(String title, boolean isCancelled) {
    return Calendar.entry(
        "1@counterfoil",
        new Times(START, START.plusSeconds(7_200), 2, isCancelled, START.minusSeconds(86_400)),
        title,
        "Lac",
        new Calendar.Organiser(
            OrganisationId.of("01a20667-d019-7000-8bb4-740225c83c9a"), "Le \"Petit\" Théâtre; ^"));
  }

  @Test
  void anEntryHasItsTimesInUtc() {
    assertThat(entry("Le Cid"))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Counterfoil//Ticket//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            BEGIN:VEVENT
            UID:1@counterfoil
            DTSTAMP:20261130T193000Z
            SEQUENCE:2
            STATUS:CONFIRMED
            DTSTART:20261201T193000Z
            DTEND:20261201T213000Z
            ORGANIZER;CN="Le ^'Petit^' Théâtre; ^^":urn:uuid:01a20667-d019-7000-8bb4-
             740225c83c9a
            SUMMARY:Le Cid
            LOCATION:Lac
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  /** The same entry, newer than all before it, taken back. */
  @Test
  void aCancelledPerformanceTakesItsEntryBack() {
    assertThat(entry("Le Cid", true))
        .contains("METHOD:CANCEL\r\n", "UID:1@counterfoil\r\n", "SEQUENCE:3\r\n")
        .contains("STATUS:CANCELLED\r\n", "DTSTART:20261201T193000Z\r\n", "ORGANIZER;")
        .doesNotContain("PUBLISH", "CONFIRMED");
  }

  @Test
  void whatHasAMeaningIsEscaped() {
    assertThat(entry("Un; deux, trois \\ quatre"))
        .contains("SUMMARY:Un\\; deux\\, trois \\\\ quatre\r\n");
  }

  @Test
  void longLinesAreFoldedBetweenCharacters() {
    String title = "é🎭".repeat(60);
    String entry = entry(title);

    assertThat(entry.lines())
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
        .anyMatch(line -> line.startsWith(" "));
    assertThat(entry.replace("\r\n ", "")).contains("SUMMARY:" + title + "\r\n");
  }
}
