package org.counterfoil.command.http;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;

/** A key service: it encrypts and opens over HTTP, and nobody ever gets its key. */
final class KeyServer implements AutoCloseable {

  private final Aead key;
  private HttpServer server;
  private final int port;

  KeyServer() {
    try {
      AeadConfig.register();
      this.key =
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  /** What Counterfoil is told of it. */
  String uri() {
    return KeyServerClient.PREFIX + "127.0.0.1:" + port;
  }

  /** Nobody answers any more. */
  void stop() {
    server.stop(0);
  }

  /** With the same key, at the same place. */
  void startAgain() {
    server = listen(port);
  }

  @Override
  public void close() {
    stop();
  }

  private HttpServer listen(int wanted) {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      listening.createContext("/encrypt", exchange -> answer(exchange, key::encrypt));
      listening.createContext("/decrypt", exchange -> answer(exchange, key::decrypt));
      listening.start();
      return listening;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private interface Work {
    byte[] on(byte[] bytes, byte[] bound) throws GeneralSecurityException;
  }

  private static void answer(HttpExchange exchange, Work work) throws IOException {
    try (exchange;
        DataInputStream in = new DataInputStream(exchange.getRequestBody())) {
      byte[] bound = in.readNBytes(in.readInt());
      byte[] done = work.on(in.readAllBytes(), bound);
      exchange.sendResponseHeaders(200, done.length);
      exchange.getResponseBody().write(done);
    } catch (GeneralSecurityException wrong) {
      exchange.sendResponseHeaders(400, -1);
    }
  }
}
