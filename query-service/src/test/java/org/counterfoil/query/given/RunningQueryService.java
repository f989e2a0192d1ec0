package org.counterfoil.query.given;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkUsed;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.OperatorId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.audit.AuditEvent.AuditRead;
import org.counterfoil.domain.privacy.audit.AuditReading;
import org.counterfoil.domain.privacy.audit.AuditReadingId;
import org.counterfoil.domain.privacy.audit.AuditReadings;
import org.counterfoil.eventstore.document.DocumentStore;
import org.counterfoil.eventstore.integrity.checkpoint.LogKeys;
import org.counterfoil.eventstore.integrity.growth.IntegritySettings;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.query.QueryService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query service on a port of its own, over a log that the test writes. */
public final class RunningQueryService implements AutoCloseable {

  /** The key of tests; nothing that is really secret is made with it. */
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One for all tests of the JVM, which ends it. */
  private static final class Shared {
    static final RunningQueryService SERVICE = new RunningQueryService();
  }

  private final TestDatabase database = new TestDatabase();
  private final TestLog log = new TestLog(database);
  private final Path keys = emptyFolder();
  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  public RunningQueryService() {
    this(0);
  }

  /** One for all tests of the JVM; each makes organisations of its own. */
  public static RunningQueryService shared() {
    return Shared.SERVICE;
  }

  /**
   * Starts.
   *
   * @param port 0 for a free one
   */
  public RunningQueryService(int port) {
    context =
        new SpringApplicationBuilder(QueryService.class)
            .initializers(
                (GenericApplicationContext starting) ->
                    starting.registerBean(AuditReadings.class, () -> this::record))
            .run(
                "--server.port=" + port,
                "--spring.main.banner-mode=off",
                "--springdoc.api-docs.enabled=true",
                "--counterfoil.http.key=" + KEY,
                "--counterfoil.database.url=" + database.jdbcUrl(),
                password(DatabaseRoles.READER),
                password(TestDatabase.SALES),
                password(TestDatabase.ACCOUNTS),
                password(TestDatabase.AUDIT));
  }

  /** As a command service in the same process would. */
  private long record(AuditReading reading, Actor reader) {
    AuditReadingId id = new AuditReadingId(UUID.randomUUID());
    return log.append(
        reading.organisationId(),
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        reader,
        List.of(
            new AuditRead(
                id,
                reading.organisationId(),
                reading.question(),
                reading.subjectId(),
                reading.reason())));
  }

  /** Keeps a text as the command service does, under its hash. */
  public void keep(String text) {
    new DocumentStore(database.writer()).put(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path emptyFolder() {
    try {
      Path folder = Files.createTempDirectory("log-keys");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String password(String role) {
    return "--counterfoil.database.passwords." + role + "=" + database.passwordOf(role);
  }

  public TestLog log() {
    return log;
  }

  /** Signs checkpoints of the log as the command service would, until it is closed. */
  public LogIntegrity sign() {
    Duration often = Duration.ofMillis(50);
    LogIntegrity integrity =
        new LogIntegrity(
            database.integrity(),
            keys(),
            Clock.systemUTC(),
            new IntegritySettings(often, 1_000, often));
    integrity.start();
    return integrity;
  }

  /** Waits until everything written so far is signed for. */
  public void awaitSigned() {
    await().until(() -> get("/api/v1/log/checkpoint?covering=" + log.last()).statusCode() == 200);
  }

  /** The keys that {@link #sign} signs with. */
  public LogKeys keys() {
    return LogKeys.open(keys);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> Map<String, T> beans(Class<T> type) {
    return context.getBeansOfType(type);
  }

  public String url(String path) {
    return "http://localhost:"
        + context.getEnvironment().getRequiredProperty("local.server.port")
        + path;
  }

  public HttpClient client() {
    return client;
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers));
  }

  public HttpResponse<String> post(String path, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.noBody()));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  public static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** Changes the tables of sales behind the projection's back. */
  public void tamper(String sql, Object... values) {
    JdbcClient.create(database.superuser()).sql(sql).params(values).update();
  }

  /** Asks for everything written so far. */
  public String[] upToDate(String token) {
    return new String[] {
      "Authorization", "Bearer " + token, "Counterfoil-Min-Position", Long.toString(log.last())
    };
  }

  /** Issues a token, as the command service would, and answers its text. */
  public String token(Role role, @Nullable OrganisationId organisation) {
    ApiTokenId id = new ApiTokenId(UUID.randomUUID());
    log.append(
        organisation,
        Instant.EPOCH,
        List.of(new ApiTokenIssued(id, organisation, role, new PublicLabel("test"), null)));
    return bean(Secrets.class).apiToken(id);
  }

  /** Logs somebody in, and answers the session cookie's value. */
  public String session(Role role, @Nullable OrganisationId organisation) {
    LoginLinkId id = new LoginLinkId(UUID.randomUUID());
    Instant end = Instant.parse("2100-01-01T00:00:00Z");
    log.append(
        organisation,
        Instant.EPOCH,
        List.of(
            new LoginLinkIssued(id, new OperatorId(UUID.randomUUID()), organisation, role, end),
            new LoginLinkUsed(id, end)));
    return bean(Secrets.class).session(id);
  }

  @Override
  public void close() {
    context.close();
    log.close();
    database.close();
  }
}
