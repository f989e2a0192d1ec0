package org.counterfoil.command.privacy.register;

import java.nio.charset.StandardCharsets;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.eventstore.document.DocumentStore;

/** The exact texts of notices, each kept once and for ever under the SHA-256 of its UTF-8. */
public final class Notices {

  private final DocumentStore documents;

  Notices(DocumentStore documents) {
    this.documents = documents;
  }

  /** Keeps it; nobody is shown it before it is published. */
  NoticeHash keep(String text) {
    return new NoticeHash(documents.put(text.getBytes(StandardCharsets.UTF_8)).value());
  }

  /**
   * The text that was published.
   *
   * @throws IllegalStateException where it is not there, or is not the one: the store is damaged
   */
  public String text(NoticeHash hash) {
    return documents
        .get(new PlanHash(hash.value()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(
            () -> new IllegalStateException("Expected the notice " + hash + ", but it is gone"));
  }
}
