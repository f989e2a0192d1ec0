package org.counterfoil.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.counterfoil.http.small.RunningService;
import org.counterfoil.http.small.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What no HTTP client would send: bytes on a socket. Nothing of it is the server's fault. */
class MalformedRequestsTest {

  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");
  private static final long BASE = Long.getLong("counterfoil.seed", 20260301L);
  private static final int MUTANTS = Integer.getInteger("counterfoil.mutants", 400);

  private static final String GOOD =
      String.join(
          "\r\n",
          "POST /things?limit=1&cursor=a%20b HTTP/1.1",
          "Host: localhost",
          "Connection: close",
          "Content-Type: application/json",
          "Accept: application/json",
          "Counterfoil-Min-Position: 5",
          "Cookie: counterfoil-session=abc",
          "Correlation-Id: 01890a5d-ac96-774b-bcce-b302099a8057",
          "Content-Length: " + Thing.JSON.length(),
          "",
          Thing.JSON);

  private final RunningService service = RunningService.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /list?a=<> HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|400",
        "GET /list HTTP/1.1\\r\\n\\r\\n|400",
        "GET /list HTTP/1.1\\r\\nHost: x\\r\\nHost: y\\r\\n\\r\\n|400",
        "GET /list HTTP/9.9\\r\\nHost: x\\r\\n\\r\\n|505",
        "GET /%zz HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n|400",
        "GET /%2e%2e/%2f HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n|400",
        "GET /%00 HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n|400",
        "GET /../../etc/passwd HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n|400",
        "GET /list?limit=%zz HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n|400",
        "TRACE /list HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n|405",
        "POST /things HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: -1\\r\\n\\r\\n|400",
        "POST /things HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: x\\r\\n\\r\\n|400",
        "POST /things HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: magic\\r\\n\\r\\n|501",
        "POST /things HTTP/1.1\\r\\nHost: x\\r\\nContent-Type: application/json\\r\\n"
            + "Transfer-Encoding: chunked\\r\\nConnection: close\\r\\n\\r\\nzz\\r\\n|400",
        "POST /things HTTP/1.1\\r\\nHost: x\\r\\nContent-Type: application/json\\r\\n"
            + "Content-Length: 99999999999\\r\\nConnection: close\\r\\n\\r\\n{|413",
      })
  void what_tomcat_refuses_looks_like_everything_else(String request, int status)
      throws IOException {
    String answer = send(request.replace("\\r\\n", "\r\n"));

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer)
        .contains("application/problem+json")
        .contains("\"code\":")
        .doesNotContain("<html", "Tomcat", "Exception", "at org.");
  }

  @Test
  void the_request_that_is_changed_is_right() throws IOException {
    assertThat(send(GOOD)).startsWith("HTTP/1.1 200");
  }

  @Test
  void headers_that_are_too_large_are_refused() throws IOException {
    String large = "GET /list HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n";

    assertThat(send(large)).matches("(?s)HTTP/1\\.1 (400|431) .*application/problem\\+json.*");
  }

  @Test
  void a_body_that_stops_coming_does_not_hold_us_up() throws IOException {
    String answer =
        send(
            "POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n{\"name\"",
            false);

    assertThat(answer).startsWith("HTTP/1.1 408");
  }

  static LongStream seeds() {
    return LongStream.range(BASE, BASE + 8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void no_mutant_of_a_request_is_the_server_s_fault(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS / 8; i++) {
      String mutant = mutant(random);

      Matcher status = STATUS.matcher(send(mutant));

      if (status.find()) {
        assertThat(Integer.parseInt(status.group(1)))
            .as("counterfoil.seed=%d, mutant %d: %s", seed, i, mutant)
            .matches(s -> s < 500 || s == 501 || s == 505);
      }
    }
  }

  private static String mutant(Random random) {
    StringBuilder request = new StringBuilder(GOOD);
    int changes = 1 + random.nextInt(4);
    for (int c = 0; c < changes; c++) {
      int at = random.nextInt(request.length());
      switch (random.nextInt(4)) {
        case 0 -> request.setCharAt(at, (char) random.nextInt(256));
        case 1 -> request.insert(at, (char) random.nextInt(256));
        case 2 -> request.deleteCharAt(at);
        default -> request.insert(at, request.substring(at, Math.min(request.length(), at + 9)));
      }
    }
    return request.toString();
  }

  private String send(String request) throws IOException {
    return send(request, true);
  }

  /** Answers all that comes back until the server hangs up. */
  private String send(String request, boolean isAll) throws IOException {
    try (Socket socket = new Socket("localhost", service.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      if (isAll) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException reset) {
      return ""; // it hung up while we were still talking
    }
  }
}
