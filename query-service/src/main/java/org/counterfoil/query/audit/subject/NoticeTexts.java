package org.counterfoil.query.audit.subject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.query.audit.subject.ShownNotice.NoticeState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The texts of notices, which are documents of the log, each hashed again when it is read. */
public final class NoticeTexts {

  private static final HexFormat HEX = HexFormat.of();
  private static final String TEXT = "select content from log.document where hash = ?";

  private final JdbcClient log;

  /**
   * Reads through this source.
   *
   * @param reader may read the documents of the log
   */
  public NoticeTexts(DataSource reader) {
    this.log = JdbcClient.create(reader);
  }

  /** Reads each text once, however often it was shown. */
  public Reading reading() {
    return new Reading();
  }

  /** One answer's worth of texts. */
  public final class Reading {

    private final Map<String, Found> found = new HashMap<>();

    private record Found(NoticeState state, @Nullable String text) {}

    /**
     * What was shown.
     *
     * @param sha256 as it was recorded
     */
    public ShownNotice of(UUID noticeVersionId, @Nullable String language, String sha256) {
      Found text = found.computeIfAbsent(sha256, this::read);
      return new ShownNotice(noticeVersionId, language, sha256, text.state(), text.text());
    }

    private Found read(String sha256) {
      return log.sql(TEXT)
          .param(HEX.parseHex(sha256))
          .query((row, number) -> row.getBytes(1))
          .optional()
          .map(bytes -> verified(sha256, bytes))
          .orElse(new Found(NoticeState.MISSING, null));
    }

    private static Found verified(String expected, byte[] bytes) {
      return HEX.formatHex(sha256(bytes)).equals(expected)
          ? new Found(NoticeState.VERIFIED, new String(bytes, StandardCharsets.UTF_8))
          : new Found(NoticeState.DAMAGED, null);
    }

    private static byte[] sha256(byte[] bytes) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Expected every Java to have SHA-256, but failed", e);
      }
    }
  }
}
