package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever runs Counterfoil makes new versions of the master key, and drops old ones. */
class MasterKeyTest {

  private static final String PATH = "/operations/master-key";
  private static final String EMAIL = "rotated@example.org";

  private RunningService service;
  private Theatre theatre;
  private Visitors visitors;

  @BeforeEach
  void start() {
    service = RunningService.start();
    theatre = Theatre.in(service);
    visitors = Visitors.of(theatre);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer state() {
    return Api.of(service).admin().get(PATH).expecting(200);
  }

  private Answer rotate(String after) {
    return Api.of(service).admin().post(PATH + "/versions", "{\"after\":\"%s\"}".formatted(after));
  }

  private Answer drop(String version) {
    return Api.of(service).admin().delete(PATH + "/versions/" + version);
  }

  private void awaitComplete(String version) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              Answer state = state();
              assertThat(state.text("/version")).isEqualTo(version);
              assertThat(state.json().has("completeSince")).isTrue();
            });
  }

  /** Everything that was encrypted, and every event, as bytes. */
  private String bytes() {
    JdbcClient owner = JdbcClient.create(service.database().as(DatabaseRoles.OWNER));
    return owner
            .sql(
                "select string_agg(v::text, ';' order by v.capture_id, v.field) from vault.value v")
            .query(String.class)
            .single()
        + owner
            .sql(
                "select md5(string_agg(encode(entry, 'hex'), ';' order by position)) from log.event where position <= ?")
            .param(before)
            .query(String.class)
            .single();
  }

  private long before;

  @Test
  void aNewVersionLeavesEverythingReadable_andTheOldOneGoesWhenNoBackupNeedsIt() {
    visitors
        .order(
            "ORCH-A-1",
            visitors.delivered(
                EMAIL, ",\"consents\":[" + visitors.consent("newsletter", true) + "]"))
        .expecting(201);
    String subject = visitors.subject(EMAIL);
    visitors
        .officer()
        .post(visitors.path("/subjects/" + subject + "/objections"), "{\"purpose\":\"newsletter\"}")
        .expecting(204);
    JsonNode told = visitors.export(subject).expecting(200).json().at("/values");
    assertThat(told).hasSize(2);
    String older = state().text("/version");
    awaitComplete(older);
    before = visitors.position();
    String bytes = bytes();

    String newer = rotate(older).expecting(201).text("/version");

    assertThat(newer).isNotEqualTo(older);
    assertThat(rotate(older).outcome()).as("repeated").isEqualTo("409 MASTER_KEY_CHANGED");
    awaitComplete(newer);
    assertThat(bytes()).isEqualTo(bytes);
    assertReads(subject, told);
    assertThat(drop(newer).outcome()).isEqualTo("409 MASTER_KEY_VERSION_IN_USE");
    assertThat(drop("1").outcome()).isEqualTo("404 UNKNOWN_MASTER_KEY_VERSION");
    assertThat(drop(older).outcome()).isEqualTo("409 MASTER_KEY_VERSION_IN_BACKUPS");

    service.clock().driveTo(service.clock().instant().plus(Duration.ofDays(8)));
    drop(older).expecting(204);

    assertThat(state().json().at("/versions")).hasSize(1);
    assertReads(subject, told);
    service.restart();
    assertReads(subject, told);
    visitors.order("ORCH-A-2", visitors.delivered("later@example.org", "")).expecting(201);
    assertThat(state().json().at("/versions")).hasSize(1);
  }

  @Test
  void aVersionThatBackupsNeedMayGoWhereThatIsSaid() {
    String older = state().text("/version");
    awaitComplete(older);
    String newer = rotate(older).expecting(201).text("/version");
    awaitComplete(newer);

    drop(older + "?despiteBackups=true").expecting(204);

    assertThat(state().json().at("/versions")).hasSize(1);
  }

  /** The twin of dropping: a key that was not encrypted anew keeps its version. */
  @Test
  void aVersionThatSomethingNeedsStays() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    String older = state().text("/version");
    awaitComplete(older);
    visitors
        .vault()
        .sql("update vault.data_key set wrapped = set_byte(wrapped, 9, get_byte(wrapped, 9) # 1)")
        .update();
    rotate(older).expecting(201);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> state().json().at("/versions").toString().contains("\"keyCount\":1"));

    assertThat(drop(older + "?despiteBackups=true").outcome())
        .isEqualTo("409 MASTER_KEY_VERSION_IN_USE");
  }

  private void assertReads(String subject, JsonNode told) {
    assertThat(visitors.export(subject).expecting(200).json().at("/values")).isEqualTo(told);
    assertThat(visitors.subject(EMAIL)).isEqualTo(subject);
  }
}
