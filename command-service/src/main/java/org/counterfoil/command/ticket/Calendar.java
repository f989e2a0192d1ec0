package org.counterfoil.command.ticket;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.domain.organisation.OrganisationId;

/**
 * An entry for calendars (RFC 5545). Times are in UTC, so that no calendar needs to know the zone.
 */
final class Calendar {

  private static final int LINE_BYTES = 75;
  private static final String END = "\r\n";
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  private Calendar() {}

  /**
   * A performance as an entry. One that was cancelled takes back what a calendar has of it, as RFC
   * 5546, 4.1.4 has it, and says so to calendars that only read entries.
   *
   * @param uid the same for the same performance for ever
   * @param times when it takes place; one that was moved replaces what a calendar has
   * @param organiser whose performance it is: RFC 5546 asks for one wherever there is a method
   */
  static String entry(
      String uid, Timetable.Times times, String title, String location, Organiser organiser) {
    return new Calendar()
        .line("BEGIN:VCALENDAR")
        .line("VERSION:2.0")
        .line("PRODID:-//Counterfoil//Ticket//EN")
        .line("CALSCALE:GREGORIAN")
        .line(times.isCancelled() ? "METHOD:CANCEL" : "METHOD:PUBLISH")
        .line("BEGIN:VEVENT")
        .line("UID:" + uid)
        .line("DTSTAMP:" + UTC.format(times.setAt()))
        .line("SEQUENCE:" + (times.moves() + (times.isCancelled() ? 1 : 0)))
        .line(times.isCancelled() ? "STATUS:CANCELLED" : "STATUS:CONFIRMED")
        .line("DTSTART:" + UTC.format(times.startsAt()))
        .line("DTEND:" + UTC.format(times.endsAt()))
        .line("ORGANIZER;CN=\"" + quoted(organiser.name()) + "\":urn:uuid:" + organiser.id())
        .line("SUMMARY:" + escaped(title))
        .line("LOCATION:" + escaped(location))
        .line("END:VEVENT")
        .line("END:VCALENDAR")
        .text
        .toString();
  }

  /** Who invites; an address that nobody writes to, for it is a house and no person. */
  record Organiser(OrganisationId id, String name) {}

  /** What no quotation can hold, as RFC 6868 writes it; labels have no line breaks. */
  private static String quoted(String value) {
    return value.replace("^", "^^").replace("\"", "^'");
  }

  /** 3.3.11: backslash, semicolon, comma; labels have no line breaks. */
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
  }

  /**
   * 3.1: at most 75 octets, never in the middle of a character; what goes on starts with a space.
   */
  private Calendar line(String content) {
    int used = 0;
    for (int i = 0; i < content.length(); i += Character.charCount(content.codePointAt(i))) {
      String character = Character.toString(content.codePointAt(i));
      int bytes = character.getBytes(StandardCharsets.UTF_8).length;
      if (used + bytes > LINE_BYTES) {
        text.append(END).append(' ');
        used = 1;
      }
      text.append(character);
      used += bytes;
    }
    text.append(END);
    return this;
  }
}
