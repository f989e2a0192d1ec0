package org.counterfoil.query.audit.pages;

import java.time.Clock;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.audit.words.PurposeNames;
import org.counterfoil.query.audit.words.Readers;
import org.counterfoil.query.screen.ScreenTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Pages, and their words. */
@Configuration(proxyBeanMethods = false)
@Import({
  RegisterPageEndpoint.class,
  HostPageEndpoint.class,
  CapturePageEndpoint.class,
  SubjectPageEndpoint.class,
  CertificatePageEndpoint.class,
  ListsPageEndpoint.class,
  ImportPageEndpoint.class
})
public class PagesConfiguration {

  @Bean
  AuditFrame auditFrame(
      RegisterQueries register, PurposeNames names, Readers readers, Clock clock) {
    return new AuditFrame(register, names, readers, clock);
  }

  @Bean
  ScreenTexts auditTexts() {
    return new ScreenTexts("org.counterfoil.query.audit.pages.messages");
  }
}
