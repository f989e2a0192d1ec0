package org.counterfoil.command.privacy.vault;

import java.nio.file.Path;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code counterfoil.vault}. Without a key there is no vault, and no personal data
 * are taken.
 *
 * @param masterKey the file of the key that opens all others; made where there is none. To be kept
 *     apart from every backup of the database
 * @param kmsUri the same in a key management service, whose client for Tink is on the class path.
 *     Where there is a file as well, it opens what it has encrypted, until all is encrypted anew
 * @param kmsClient the class of that client, where its library does not announce it
 * @param kmsCredentials a file of credentials for it; its own defaults where missing
 * @param backupLife how long a backup that holds keys lives: until then an erasure can be undone
 */
@ConfigurationProperties("counterfoil.vault")
public record VaultProperties(
    @Nullable Path masterKey,
    @Nullable String kmsUri,
    @Nullable String kmsClient,
    @Nullable Path kmsCredentials,
    @DefaultValue("7d") Period backupLife) {}
