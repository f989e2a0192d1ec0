package org.counterfoil.crowd.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lean client against the JDK's own server. */
class HttpTest {

  private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
  private final CountDownLatch heard = new CountDownLatch(1);
  private HttpServer server;
  private Http http;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/base/",
        exchange -> {
          ports.add(exchange.getRemoteAddress().getPort());
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          heard.countDown();
          String path = exchange.getRequestURI().getPath();
          byte[] answer =
              (exchange.getRequestMethod()
                      + " "
                      + path
                      + " "
                      + exchange.getRequestHeaders().getFirst("Hold-Secret")
                      + " "
                      + body)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Retry-After", "3");
          if (path.endsWith("none")) {
            exchange.sendResponseHeaders(204, -1);
          } else {
            exchange.sendResponseHeaders(
                path.endsWith("busy") ? 503 : 200, path.endsWith("chunks") ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    server.start();
    http = new Http(URI.create("http://localhost:" + server.getAddress().getPort() + "/base"), 4);
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    server.stop(0);
  }

  @Test
  void aRequestIsSentWhole_andItsAnswerReadWhole() throws Exception {
    Answer answer = http.send(Request.post("/holds", "{\"é\":1}").with("Hold-Secret", "s"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("POST /base/holds s {\"é\":1}");
    assertThat(answer.number("Retry-After", 0)).isEqualTo(3);
    assertThat(answer.isSuccess()).isTrue();
  }

  @Test
  void chunksAndNothingAreRead_andTheConnectionIsUsedAgain() throws Exception {
    assertThat(http.send(Request.get("/chunks")).text()).isEqualTo("GET /base/chunks null ");
    assertThat(http.send(Request.delete("/none")).text()).isEmpty();
    assertThat(http.send(Request.get("/busy")).status()).isEqualTo(503);
    assertThat(ports).hasSize(1);
  }

  @Test
  void whoLeavesIsHeardAllTheSame() throws Exception {
    http.sendAndLeave(Request.post("/holds", "{}"));

    assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void headersDoNotBreakOut() {
    assertThatThrownBy(() -> Request.get("/").with("Hold-Secret", "a\r\nb: c"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Http(URI.create("ftp://localhost"), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
