package org.counterfoil.query.audit.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose data were touched in a window, by when it was recorded: for whom a breach may matter (Art.
 * 33(3)(a) GDPR). In the order in which they were touched first, so that a page reads the window
 * from where the last one ended, and not all of it.
 */
public final class BreachQueries {

  /** How much of the window is read at a time; who was touched before in it is passed over. */
  private static final int STRETCH = 1_000;

  /** What is touched next, and whether it is the first of that person in the window. */
  private static final String NEXT =
      """
      select t.at, t.position, t.subject_id, (t.at, t.position) = (
        select f.at, f.position from (
          (select captured_at as at, position from capture
           where subject_id = t.subject_id and organisation_id = :organisation
             and captured_at >= cast(:from as timestamptz)
             and captured_at < cast(:until as timestamptz)
           order by captured_at, position limit 1)
          union all
          (select recorded_at, position from erasure
           where subject_id = t.subject_id and organisation_id = :organisation and is_erased
             and recorded_at >= cast(:from as timestamptz)
             and recorded_at < cast(:until as timestamptz)
           order by recorded_at, position limit 1)
          union all
          (select d.at, d.position
           from disclosed_subject s join disclosure d on d.position = s.position
           where s.subject_id = t.subject_id and d.organisation_id = :organisation
             and d.at >= cast(:from as timestamptz) and d.at < cast(:until as timestamptz)
           order by d.at, d.position limit 1)) f
        order by f.at, f.position limit 1) as is_first
      from (
        (select captured_at as at, position, subject_id from capture
         where organisation_id = :organisation
           and captured_at >= cast(:from as timestamptz)
           and captured_at < cast(:until as timestamptz)
           and (captured_at, position) >= (cast(:at as timestamptz), :position)
           and (captured_at, position, subject_id)
             > (cast(:at as timestamptz), :position, cast(:within as uuid))
         order by captured_at, position, subject_id limit :stretch)
        union all
        (select recorded_at, position, subject_id from erasure
         where organisation_id = :organisation and is_erased
           and recorded_at >= cast(:from as timestamptz)
           and recorded_at < cast(:until as timestamptz)
           and (recorded_at, position, subject_id)
             > (cast(:at as timestamptz), :position, cast(:within as uuid))
         order by recorded_at, position, subject_id limit :stretch)
        union all
        (select d.at, d.position, s.subject_id
         from disclosure d join disclosed_subject s on s.position = d.position
         where d.organisation_id = :organisation
           and d.at >= cast(:from as timestamptz) and d.at < cast(:until as timestamptz)
           and (d.at, d.position) >= (cast(:at as timestamptz), :position)
           and (d.at, d.position, s.subject_id)
             > (cast(:at as timestamptz), :position, cast(:within as uuid))
         order by d.at, d.position, s.subject_id limit :stretch)
        order by at, position, subject_id limit :stretch) t
      order by t.at, t.position, t.subject_id
      """;

  private static final String TOUCHED =
      """
      with touched as (
        select subject_id, purpose, field,
          case when is_rectified then 'RECTIFIED' else 'CAPTURED' end as touch
        from capture
        where subject_id = any (cast(:subjects as uuid[])) and organisation_id = :organisation
          and captured_at >= cast(:from as timestamptz)
          and captured_at < cast(:until as timestamptz)
        union
        select subject_id, purpose, null, 'ERASED'
        from erasure
        where subject_id = any (cast(:subjects as uuid[])) and organisation_id = :organisation
          and is_erased
          and recorded_at >= cast(:from as timestamptz)
          and recorded_at < cast(:until as timestamptz)
        union
        select s.subject_id, p.purpose, f.field, 'DISCLOSED'
        from disclosed_subject s
        join disclosure d on d.position = s.position
        left join lateral jsonb_array_elements_text(d.purposes) p (purpose) on true
        left join lateral jsonb_array_elements_text(d.fields) f (field) on true
        where s.subject_id = any (cast(:subjects as uuid[])) and d.organisation_id = :organisation
          and d.at >= cast(:from as timestamptz) and d.at < cast(:until as timestamptz))
      select subject_id,
        coalesce(array_agg(distinct field order by field) filter (where field is not null), '{}')
          as fields,
        coalesce(array_agg(distinct purpose order by purpose)
          filter (where purpose is not null), '{}') as purposes,
        array_agg(distinct touch order by touch) as touches
      from touched group by subject_id
      """;

  private record Touch(Place place, boolean isFirst) {
    UUID subjectId() {
      return UUID.fromString(place.within());
    }
  }

  private final AuditSnapshot snapshot;

  BreachQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  public Page<TouchedSubject> page(OrganisationId organisation, Window window, PageRequest page) {
    Place after =
        page.after() == null
            ? new Place(window.from(), -1, new UUID(0, 0).toString())
            : Place.of(page);
    return snapshot.read(
        tables -> {
          Map<UUID, Place> first = first(tables, organisation, window, after, page.fetch());
          return page.page(
              touched(tables, organisation, window, List.copyOf(first.keySet())),
              row -> Objects.requireNonNull(first.get(row.subjectId())).key());
        });
  }

  private static Map<UUID, Place> first(
      JdbcClient tables, OrganisationId organisation, Window window, Place after, int max) {
    Map<UUID, Place> first = new LinkedHashMap<>();
    Place reached = after;
    while (true) {
      List<Touch> stretch = stretch(tables, organisation, window, reached);
      for (Touch touch : stretch) {
        if (touch.isFirst()) {
          first.putIfAbsent(touch.subjectId(), touch.place());
          if (first.size() == max) {
            return first;
          }
        }
      }
      if (stretch.size() < STRETCH) {
        return first;
      }
      reached = stretch.getLast().place();
    }
  }

  private static List<Touch> stretch(
      JdbcClient tables, OrganisationId organisation, Window window, Place after) {
    return tables
        .sql(NEXT)
        .param("organisation", organisation.value())
        .params(window.parameters())
        .params(after.parameters())
        .param("stretch", STRETCH)
        .query(
            (row, number) ->
                new Touch(
                    new Place(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("position"),
                        row.getString("subject_id")),
                    row.getBoolean("is_first")))
        .list();
  }

  /** What was touched of them, in their order. */
  private static List<TouchedSubject> touched(
      JdbcClient tables, OrganisationId organisation, Window window, List<UUID> subjects) {
    Map<UUID, TouchedSubject> touched = new LinkedHashMap<>();
    tables
        .sql(TOUCHED)
        .param("organisation", organisation.value())
        .params(window.parameters())
        .param("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, number) -> touched(row))
        .list()
        .forEach(one -> touched.put(one.subjectId(), one));
    List<TouchedSubject> ordered = new ArrayList<>();
    subjects.forEach(subject -> ordered.add(Objects.requireNonNull(touched.get(subject))));
    return ordered;
  }

  private static TouchedSubject touched(ResultSet row) throws SQLException {
    return new TouchedSubject(
        row.getObject("subject_id", UUID.class),
        DisclosureQueries.strings(row, "fields"),
        DisclosureQueries.strings(row, "purposes"),
        DisclosureQueries.strings(row, "touches"));
  }
}
