package org.counterfoil.query.audit.register;

import org.counterfoil.query.audit.register.ProcessingRegister.Host;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The register of processing. */
@Configuration(proxyBeanMethods = false)
@Import({RegisterEndpoint.class, HostRegisterEndpoint.class})
public class RegisterConfiguration {

  /** Who runs Counterfoil for others; an organisation that runs it itself has no processor. */
  private static final String HOST = "counterfoil.host.name";

  private static final String CONTACT = "counterfoil.host.contact";

  @Bean
  RegisterQueries registerQueries(AuditSnapshot snapshot, Environment environment) {
    String name = environment.getProperty(HOST);
    return new RegisterQueries(
        snapshot, name == null ? null : new Host(name, environment.getProperty(CONTACT)));
  }
}
