package org.counterfoil.http;

import java.nio.file.Path;
import java.util.Base64;
import org.counterfoil.http.access.KeyFile;
import org.counterfoil.http.access.OperationsAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code counterfoil.http}.
 *
 * @param keyFile the key of all secrets that are handed out; both services must have the same
 * @param key the key itself, 32 bytes in base 64, in place of the file
 * @param createKeyFile whether to make the file where it is missing: the command service only
 * @param operations who may see the metrics besides the platform administrator
 */
@ConfigurationProperties("counterfoil.http")
public record HttpProperties(
    @DefaultValue("./data/secrets/http.key") Path keyFile,
    @Nullable String key,
    @DefaultValue("false") boolean createKeyFile,
    @DefaultValue("LOCAL") OperationsAccess operations) {

  byte[] secretKey() {
    return key == null ? KeyFile.open(keyFile, createKeyFile) : Base64.getDecoder().decode(key);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "HttpProperties[keyFile=" + keyFile + ", operations=" + operations + "]";
  }
}
