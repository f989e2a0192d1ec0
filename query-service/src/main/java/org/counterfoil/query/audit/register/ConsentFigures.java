package org.counterfoil.query.audit.register;

import java.util.Map;
import java.util.stream.Collectors;
import org.counterfoil.domain.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of how many people data are kept for a purpose that rests on consent, by how that consent stands.
 *
 * @param inForce who agreed, and did not take it back
 * @param awaited who typed an address that is not confirmed yet, or agreed with an order that is
 *     not completed yet
 * @param ended who took it back or said no, or whose consent expired
 */
public record ConsentFigures(long inForce, long awaited, long ended) {

  static final ConsentFigures NONE = new ConsentFigures(0, 0, 0);

  /** The newest answer of a person counts, of several at one moment a no; as for one person. */
  private static final String FIGURES =
      """
      select purpose,
        count(*) filter (where answer in ('GIVEN', 'RENEWED')) as in_force,
        count(*) filter (where answer = 'AWAITED') as awaited,
        count(*) filter (where answer not in ('GIVEN', 'RENEWED', 'AWAITED')) as ended
      from (
        select distinct on (told.purpose, person_id) told.purpose, told.answer,
          coalesce(s.person_id, told.subject_id) as person_id
        from (
          select a.subject_id, a.purpose, case when
            a.answer in ('GIVEN', 'RENEWED') and a.door in ('ORDER', 'BOX_OFFICE')
              and not exists (
                select from subject_step s
                where s.subject_id = a.subject_id and s.purpose = a.purpose
                  and s.step = 'CONFIRMATION_AWAITED' and s.position < a.position)
              and exists (
                select from capture c
                where c.subject_id = a.subject_id and c.purpose = a.purpose
                  and c.order_id is not null)
              and not exists (
                select from capture c
                join completed_order o on o.order_id = c.order_id
                where c.subject_id = a.subject_id and c.purpose = a.purpose)
            then 'AWAITED' else a.answer end as answer, a.at, a.position
          from consent_answer a
          where a.organisation_id = :organisation
          union all
          select subject_id, purpose, 'AWAITED', at, position from subject_step
          where organisation_id = :organisation and step = 'CONFIRMATION_AWAITED') told
        left join same_person s on s.subject_id = told.subject_id
        where exists (
          select from capture c
          where c.subject_id = told.subject_id and c.purpose = told.purpose
            and c.ended_position is null)
        order by told.purpose, person_id, told.answer = 'AWAITED', told.at desc,
          told.answer in ('GIVEN', 'RENEWED'), told.position desc) newest
      group by purpose
      """;

  /** By purpose. */
  static Map<String, ConsentFigures> of(JdbcClient tables, OrganisationId organisation) {
    return tables
        .sql(FIGURES)
        .param("organisation", organisation.value())
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("purpose"),
                    new ConsentFigures(
                        row.getLong("in_force"), row.getLong("awaited"), row.getLong("ended"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
