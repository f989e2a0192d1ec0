package org.counterfoil.query.audit.recording;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Until when what is kept is kept, and of how many people: set and counted again after each batch,
 * for whoever the batch concerns and for nobody else, so that lists of everybody need not be
 * computed when somebody looks.
 *
 * <p>A capture is counted as long as it has an end. What was counted is therefore what the rows
 * said before; what counts is what {@code kept_field} says now; the figures move by the difference.
 */
final class KeptRows {

  /**
   * A contact with one is a contact with everybody who is the same person, hence all members. A row
   * goes with its last person: live and rebuilt must be alike, whatever came and went in between.
   */
  private static final String COUNT =
      """
      with concerned (id) as (
        select cast(s.id as uuid) from unnest(:subjects) s (id)
        union
        select c.subject_id from unnest(:orders) o (id)
        join capture c on c.order_id = cast(o.id as uuid)
        union
        select c.subject_id from unnest(:performances) p (id)
        join order_performance op on op.performance_id = cast(p.id as uuid)
        join capture c on c.order_id = op.order_id
      ), person (id) as (
        select coalesce(s.person_id, c.id)
        from concerned c left join same_person s on s.subject_id = c.id
      ), member (id) as materialized (
        select id from person
        union
        select s.subject_id from person p join same_person s on s.person_id = p.id
      ), was as materialized (
        select c.* from member m join capture c on c.subject_id = m.id where c.ends_on is not null
      ), now as materialized (
        select k.capture_id, k.field, k.organisation_id, k.subject_id, k.purpose, k.lawful_basis,
          k.starts_on, k.ends_on
        from member m join kept_field k on k.subject_id = m.id
      ), written as (
        update capture c set starts_on = d.starts_on, ends_on = d.ends_on
        from (
          select capture_id, field, n.starts_on, n.ends_on
          from was w full join now n using (capture_id, field)
          where (w.starts_on, w.ends_on) is distinct from (n.starts_on, n.ends_on)) d
        where c.capture_id = d.capture_id and c.field = d.field
      ), days as materialized (
        select organisation_id, purpose, field, lawful_basis, ends_on, sum(more) as more
        from (
          select organisation_id, purpose, field, lawful_basis, ends_on, -1 as more from was
          union all
          select organisation_id, purpose, field, lawful_basis, ends_on, 1 from now) one
        group by 1, 2, 3, 4, 5 having sum(more) <> 0
      ), days_gone as (
        delete from kept_until k using days d
        where k.organisation_id = d.organisation_id and k.purpose = d.purpose
          and k.field = d.field and k.lawful_basis = d.lawful_basis and k.ends_on = d.ends_on
          and k.people + d.more = 0
      ), days_moved as (
        update kept_until k set people = k.people + d.more
        from days d
        where k.organisation_id = d.organisation_id and k.purpose = d.purpose
          and k.field = d.field and k.lawful_basis = d.lawful_basis and k.ends_on = d.ends_on
          and k.people + d.more <> 0
      ), days_come as (
        insert into kept_until
        select d.* from days d
        where not exists (
          select from kept_until k
          where k.organisation_id = d.organisation_id and k.purpose = d.purpose
            and k.field = d.field and k.lawful_basis = d.lawful_basis and k.ends_on = d.ends_on)
      ), people as materialized (
        select organisation_id, purpose, sum(more) as more
        from (
          select distinct organisation_id, subject_id, -1 as more, purpose from was
          union all
          select distinct organisation_id, subject_id, 1, purpose from now
          union all
          select distinct organisation_id, subject_id, -1, '' from was
          union all
          select distinct organisation_id, subject_id, 1, '' from now) one
        group by 1, 2 having sum(more) <> 0
      ), people_gone as (
        delete from kept_people k using people p
        where k.organisation_id = p.organisation_id and k.purpose = p.purpose
          and k.people + p.more = 0
      ), people_moved as (
        update kept_people k set people = k.people + p.more
        from people p
        where k.organisation_id = p.organisation_id and k.purpose = p.purpose
          and k.people + p.more <> 0
      )
      insert into kept_people
      select p.* from people p
      where not exists (
        select from kept_people k
        where k.organisation_id = p.organisation_id and k.purpose = p.purpose)
      """;

  private final JdbcClient tables;
  private final Set<String> subjects = new LinkedHashSet<>();
  private final Set<String> orders = new LinkedHashSet<>();
  private final Set<String> performances = new LinkedHashSet<>();

  KeptRows(JdbcClient tables) {
    this.tables = tables;
  }

  /** Something happened to somebody's data. */
  void of(DataSubjectId subject) {
    subjects.add(subject.toString());
  }

  /** An order has to do with another performance. */
  void ofOrder(UUID order) {
    orders.add(order.toString());
  }

  /** A performance ends at another time. */
  void ofPerformance(PerformanceId performance) {
    performances.add(performance.toString());
  }

  /** Sets and counts again; everything else is written. */
  void count() {
    if (subjects.isEmpty() && orders.isEmpty() && performances.isEmpty()) {
      return;
    }
    tables
        .sql(COUNT)
        .param("subjects", subjects.toArray(String[]::new))
        .param("orders", orders.toArray(String[]::new))
        .param("performances", performances.toArray(String[]::new))
        .update();
    subjects.clear();
    orders.clear();
    performances.clear();
  }
}
