package org.counterfoil.query.accounts.scope;

import java.time.LocalDate;
import java.util.Map;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the books is asked for.
 *
 * @param from the first day; missing for the first there is
 * @param to the last day; missing for the last there is
 * @param asOf as they stood then
 * @param isByBusinessDay whether days are those that days and months are closed by, and not the
 *     real ones, which tax and fiscal years follow
 */
public record BooksScope(
    OrganisationId organisationId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    AsOf asOf,
    boolean isByBusinessDay) {

  /** The column of the business day beside that of the real one, by alias and name. */
  private static final Map<String, String> BUSINESS_DAYS =
      Map.of(
          "e.date", "business_day",
          "o.tax_day", "business_day",
          "t.issued_tax_day", "issued_day",
          "v.tax_day", "day",
          "l.tax_day", "day");

  /** Years that calendars, databases and exports can all write. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  public BooksScope {
    refuseOutside("from", from);
    refuseOutside("to", to);
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.invalid("from", "Expected from to be at or before to, but it is later")
          .exception();
    }
  }

  public BooksScope(
      OrganisationId organisation, @Nullable LocalDate from, @Nullable LocalDate to, AsOf asOf) {
    this(organisation, from, to, asOf, false);
  }

  public static BooksScope all(OrganisationId organisation, AsOf asOf) {
    return new BooksScope(organisation, null, null, asOf);
  }

  /** The same of other days. */
  public BooksScope within(LocalDate first, LocalDate last) {
    return new BooksScope(organisationId, first, last, asOf, isByBusinessDay);
  }

  /** The same of all days until this one. */
  public BooksScope until(LocalDate last) {
    return within(FIRST, last);
  }

  /** The same of the days of a period, unless some were asked for. */
  public BooksScope orWithin(Period usual) {
    return within(from == null ? usual.from() : from, to == null ? usual.to() : to);
  }

  /**
   * The condition on rows of a table that has a position and a time, and its parameters.
   *
   * @param day the column that the days are compared with
   * @param at the column of the time of recording
   */
  public String condition(String alias, String day, String at) {
    return """
        %1$s.organisation_id = :organisation and %2$s between :from and :to
        and %1$s.position <= :position and %1$s.%3$s <= cast(:time as timestamptz)
        """
        .formatted(alias, day(alias, day), at);
  }

  /** The column that days are compared with: that of the real day, or of the business day. */
  public String day(String alias, String day) {
    String column = isByBusinessDay ? BUSINESS_DAYS.getOrDefault(alias + "." + day, day) : day;
    return alias + "." + column;
  }

  /**
   * The condition on operations, which are {@code o}.
   *
   * @param day the column that the days are compared with
   */
  public String operations(String day) {
    return condition("o", day, "recorded_at");
  }

  /** The first day, where none was named the first that can be. */
  public LocalDate first() {
    return from == null ? FIRST : from;
  }

  /** The last day, where none was named the last that can be. */
  public LocalDate last() {
    return to == null ? LAST : to;
  }

  public Map<String, Object> parameters() {
    return Map.of(
        "organisation",
        organisationId.value(),
        "from",
        first(),
        "to",
        last(),
        "position",
        asOf.lastPosition(),
        "time",
        asOf.lastTime());
  }

  private static void refuseOutside(String field, @Nullable LocalDate day) {
    if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
      throw Problem.invalid(
              field, "Expected a day from " + FIRST + " to " + LAST + ", but it is " + day)
          .exception();
    }
  }
}
