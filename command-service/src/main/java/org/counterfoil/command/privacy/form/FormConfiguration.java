package org.counterfoil.command.privacy.form;

import java.time.Duration;
import org.counterfoil.command.privacy.register.Notices;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.http.access.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What open forms share. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

  @Bean
  Forms forms(Registers registers, Notices notices) {
    return new Forms(registers, notices);
  }

  @Bean
  SignUpLimit signUpLimit(OpenedVault vault, Secrets secrets, Environment environment) {
    return new SignUpLimit(
        environment.getProperty("counterfoil.forms.sign-ups", Integer.class, 20),
        environment.getProperty(
            "counterfoil.forms.sign-ups-per", Duration.class, Duration.ofMinutes(10)),
        vault::signUps,
        secrets);
  }
}
