package org.counterfoil.http.small;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkUsed;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.OperatorId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The small service, running on a port of its own, and what tests ask of it. */
public final class RunningService implements AutoCloseable {

  /** The key of tests; nothing that is really secret is made with it. */
  public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final RunningService SHARED = start(SmallService.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConfigurableApplicationContext context;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** One for all tests of the JVM. */
  public static RunningService shared() {
    return SHARED;
  }

  public static RunningService start(Class<?> configuration, String... properties) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "server.port=0",
                    "server.tomcat.connection-timeout=1s",
                    "counterfoil.http.key=" + KEY),
                Stream.of(properties))
            .map(property -> "--" + property)
            .toArray(String[]::new);
    return new RunningService(new SpringApplicationBuilder(configuration).run(arguments));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** Issues a token, as the command service would, and answers its text. */
  public String token(Role role, @Nullable OrganisationId organisation) {
    return token(role, organisation, null);
  }

  public String token(
      Role role, @Nullable OrganisationId organisation, @Nullable Instant validUntil) {
    ApiTokenId id = new ApiTokenId(UUID.randomUUID());
    PublicLabel label = new PublicLabel("test");
    TestLog.shared()
        .append(id.value(), new ApiTokenIssued(id, organisation, role, label, validUntil));
    return bean(Secrets.class).apiToken(id);
  }

  /** Logs somebody in, and answers the header {@code Cookie}. */
  public String session(LoginLinkId id, Role role, OrganisationId organisation, Duration length) {
    Instant now = bean(TestClock.class).instant();
    OperatorId operator = new OperatorId(UUID.randomUUID());
    TestLog log = TestLog.shared();
    log.append(
        id.value(),
        new LoginLinkIssued(id, operator, organisation, role, now.plus(Duration.ofHours(1))));
    log.append(id.value(), new LoginLinkUsed(id, now.plus(length)));
    return "counterfoil-session=" + bean(Secrets.class).session(id);
  }

  @Override
  public void close() {
    context.close();
  }
}
