package org.counterfoil.query.audit.subject;

import javax.sql.DataSource;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** One person's records. */
@Configuration(proxyBeanMethods = false)
@Import(SubjectEndpoint.class)
public class SubjectConfiguration {

  @Bean
  NoticeTexts noticeTexts(@Qualifier("readerDataSource") DataSource reader) {
    return new NoticeTexts(reader);
  }

  @Bean
  SubjectQueries subjectQueries(AuditSnapshot snapshot, NoticeTexts notices) {
    return new SubjectQueries(snapshot, notices);
  }

  @Bean
  CertificateQueries certificateQueries(AuditSnapshot snapshot) {
    return new CertificateQueries(snapshot);
  }

  @Bean
  ConsentQueries consentQueries(AuditSnapshot snapshot, NoticeTexts notices) {
    return new ConsentQueries(snapshot, notices);
  }

  @Bean
  ConsentRecordQueries consentRecordQueries(AuditSnapshot snapshot, ConsentQueries consents) {
    return new ConsentRecordQueries(snapshot, consents);
  }
}
