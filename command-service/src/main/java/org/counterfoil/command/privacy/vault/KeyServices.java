package org.counterfoil.command.privacy.vault;

import com.google.crypto.tink.KmsClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.ServiceLoader;
import org.counterfoil.vault.VaultUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds the client of a key service: one among the beans, one that its library announces, or the
 * class that is named. Libraries of Tink's for known services announce none, but are known here.
 */
record KeyServices(
    ObjectProvider<KmsClient> beans, @Nullable String named, @Nullable Path credentials) {

  private static final String PACKAGE = "com.google.crypto.tink.integration.";

  /** How the addresses of their keys begin. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "aws-kms://", PACKAGE + "awskms.AwsKmsClient",
          "gcp-kms://", PACKAGE + "gcpkms.GcpKmsClient");

  /**
   * The client, with its credentials.
   *
   * @throws VaultUnavailable where there is none
   */
  KmsClient of(String uri) {
    KmsClient given = beans.getIfAvailable();
    if (given != null) {
      return given;
    }
    try {
      for (KmsClient announced : ServiceLoader.load(KmsClient.class)) {
        if (announced.doesSupport(uri)) {
          return withCredentials(announced);
        }
      }
      return withCredentials(made(className(uri)));
    } catch (GeneralSecurityException | RuntimeException failed) {
      throw new VaultUnavailable(
          "Expected a client for the key service, but: " + failed.getMessage(), failed);
    }
  }

  private String className(String uri) {
    if (named != null) {
      return named;
    }
    return KNOWN.entrySet().stream()
        .filter(known -> uri.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "counterfoil.vault.kms-client names none, and the address begins as none of "
                        + KNOWN.keySet()));
  }

  private static KmsClient made(String className) {
    try {
      return Class.forName(className)
          .asSubclass(KmsClient.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException failed) {
      throw new IllegalArgumentException(
          className + " is not on the class path, or cannot be made", failed);
    }
  }

  private KmsClient withCredentials(KmsClient client) throws GeneralSecurityException {
    return credentials == null
        ? client.withDefaultCredentials()
        : client.withCredentials(credentials.toString());
  }
}
