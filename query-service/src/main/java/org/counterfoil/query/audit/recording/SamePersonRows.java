package org.counterfoil.query.audit.recording;

import org.counterfoil.domain.privacy.subject.SubjectEvent.SubjectMerged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As whom those are known now who were found to be the same person as another. */
final class SamePersonRows {

  /** Whoever was known as this one is known as the other from now on. */
  private static final String MERGE =
      """
      insert into same_person (subject_id, person_id)
      select member.id, coalesce(
        (select s.person_id from same_person s where s.subject_id = :into), :into)
      from (
        select cast(:subject as uuid) as id
        union
        select s.subject_id from same_person s where s.person_id = :subject) member
      on conflict (subject_id) do update set person_id = excluded.person_id
      """;

  private final JdbcClient tables;

  SamePersonRows(JdbcClient tables) {
    this.tables = tables;
  }

  void merge(SubjectMerged merged) {
    tables
        .sql(MERGE)
        .param("subject", merged.subjectId().value())
        .param("into", merged.into().value())
        .update();
  }
}
