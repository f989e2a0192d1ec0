package org.counterfoil.command.http;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * The client of {@link KeyServer}, made as those of Tink's libraries are: by its name. It fails as
 * they may, with an exception that nothing declares.
 */
public final class KeyServerClient implements KmsClient {

  static final String PREFIX = "test-kms://";

  private boolean hasCredentials;

  @Override
  public boolean doesSupport(String uri) {
    return uri.startsWith(PREFIX);
  }

  @Override
  public KmsClient withCredentials(String path) {
    throw new IllegalStateException("Expected no file of credentials, but there is " + path);
  }

  @Override
  public KmsClient withDefaultCredentials() {
    hasCredentials = true;
    return this;
  }

  @Override
  public Aead getAead(String uri) {
    if (!hasCredentials) {
      throw new IllegalStateException("Expected credentials, but there are none");
    }
    return new Remote("http://" + uri.substring(PREFIX.length()));
  }

  private record Remote(String base) implements Aead {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] bound) throws GeneralSecurityException {
      return ask("/encrypt", plaintext, bound);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] bound) throws GeneralSecurityException {
      return ask("/decrypt", ciphertext, bound);
    }

    private byte[] ask(String path, byte[] bytes, byte[] bound) throws GeneralSecurityException {
      try {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeInt(bound.length);
        out.write(bound);
        out.write(bytes);
        HttpResponse<byte[]> answer =
            HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(2))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new GeneralSecurityException("Expected 200, but got " + answer.statusCode());
        }
        return answer.body();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }
}
