package org.counterfoil.command.code;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code counterfoil.ticket-codes}.
 *
 * @param newestKey the generation of the key that signs, from 1; one more is a new key
 * @param oldestKey the first generation whose codes are still admitted
 */
@ConfigurationProperties("counterfoil.ticket-codes")
public record TicketCodeProperties(
    @DefaultValue("1") int newestKey, @DefaultValue("1") int oldestKey) {}
