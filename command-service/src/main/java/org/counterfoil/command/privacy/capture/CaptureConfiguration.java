package org.counterfoil.command.privacy.capture;

import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.Objections;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes in what people tell. */
@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

  @Bean
  People people(Registers registers, OpenedVault vault, Objections objections, TimeOrderedIds ids) {
    return new People(registers, vault, objections, ids);
  }
}
