package org.counterfoil.eventstore.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {

  private static final byte[] PLAN = "{\"seats\":[]}".getBytes(UTF_8);

  private TestStore store;
  private DocumentStore documents;

  @BeforeEach
  void create() throws SQLException {
    store = new TestStore();
    documents = new DocumentStore(store.writer());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aDocumentIsStoredOnceUnderItsHash() {
    PlanHash hash = documents.put(PLAN);

    assertThat(documents.put(PLAN)).isEqualTo(hash);
    assertThat(new DocumentStore(store.as(DatabaseRoles.READER)).get(hash)).contains(PLAN);
    assertThat(store.sql().sql("select count(*) from log.document").query(Long.class).single())
        .isEqualTo(1);
    assertThat(documents.put(new byte[0]).value())
        .as("SHA-256 of nothing, FIPS 180-4")
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void anUnknownHashHasNoDocument() {
    assertThat(documents.get(new PlanHash("00".repeat(32)))).isEmpty();
  }

  @Test
  void aDamagedDocumentIsNotGivenOut() {
    PlanHash hash = documents.put(PLAN);
    store.allowDamage();
    store
        .sql()
        .sql("alter table log.document drop constraint document_hash_is_of_content")
        .update();
    store.sql().sql("update log.document set content = 'other'").update();

    assertThatThrownBy(() -> documents.get(hash))
        .hasMessageContaining("Expected a document of SHA-256 " + hash);
  }

  @Test
  void aDocumentGoesWithItsTransaction() {
    store
        .transactions()
        .executeWithoutResult(
            status -> {
              documents.put(PLAN);
              status.setRollbackOnly();
            });

    assertThat(store.sql().sql("select count(*) from log.document").query(Long.class).single())
        .isZero();
  }
}
