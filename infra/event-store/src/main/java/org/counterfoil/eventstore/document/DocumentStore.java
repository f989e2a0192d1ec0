package org.counterfoil.eventstore.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.counterfoil.domain.seating.PlanHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps documents once, under the SHA-256 of their bytes, for ever. Takes part in the caller's
 * transaction where there is one.
 */
public final class DocumentStore {

  private static final HexFormat HEX = HexFormat.of();
  private static final String PUT =
      "insert into log.document (hash, content) values (?, ?) on conflict (hash) do nothing";
  private static final String GET = "select content from log.document where hash = ?";

  private final JdbcClient jdbc;

  public DocumentStore(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Keeps a document and answers its hash; a document that is there already is not stored again.
   */
  public PlanHash put(byte[] document) {
    byte[] hash = sha256(document);
    jdbc.sql(PUT).param(hash).param(document).update();
    return new PlanHash(HEX.formatHex(hash));
  }

  /**
   * The document of this hash.
   *
   * @throws IllegalStateException where what is stored has another hash: the store is damaged
   */
  public Optional<byte[]> get(PlanHash hash) {
    Optional<byte[]> document =
        jdbc.sql(GET)
            .param(HEX.parseHex(hash.value()))
            .query((row, number) -> row.getBytes(1))
            .optional();
    document.ifPresent(bytes -> verify(hash, bytes));
    return document;
  }

  private static void verify(PlanHash expected, byte[] document) {
    String found = HEX.formatHex(sha256(document));
    if (!found.equals(expected.value())) {
      throw new IllegalStateException(
          "Expected a document of SHA-256 " + expected + ", but it has " + found);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to know SHA-256, but this one fails", e);
    }
  }
}
