package org.counterfoil.command;

import org.counterfoil.http.HttpConfiguration;
import org.counterfoil.http.log.LogConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that answers commands; imported by whatever process runs it. */
@Configuration(proxyBeanMethods = false)
@Import({HttpConfiguration.class, LogConfiguration.class})
@ComponentScan
public class CommandServiceConfiguration {}
