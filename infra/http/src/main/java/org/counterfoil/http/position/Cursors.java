package org.counterfoil.http.position;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads cursors: opaque, safe in a URL, and signed for the list they are of, so that one
 * that was edited or comes from another list is a clear 400 and never an odd query.
 */
public final class Cursors {

  private static final int SIGNATURE_DIGITS = 16;
  private static final int MAX_LENGTH = 1024;

  private final Secrets secrets;

  public Cursors(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * The page asked for.
   *
   * @param list names the list, such as its path
   * @param limit the parameter, or nothing
   * @param cursor the parameter, or nothing
   * @throws ProblemException 400 where either is not what it should be
   */
  public PageRequest pageOf(String list, @Nullable String limit, @Nullable String cursor) {
    Function<String, String> cursorOf = key -> encode(list, key);
    return new PageRequest(limitOf(limit), cursor == null ? null : decode(list, cursor), cursorOf);
  }

  private static int limitOf(@Nullable String text) {
    if (text == null) {
      return PageRequest.USUAL_LIMIT;
    }
    int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
      throw Problem.invalid("limit", "Expected a whole number from 1 to 500, but it is not")
          .exception();
    }
    return limit;
  }

  private String encode(String list, String key) {
    byte[] signed = (signature(list, key) + key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  private String decode(String list, String cursor) {
    String signed = cursor.length() > MAX_LENGTH ? "" : base64(cursor);
    if (signed.length() >= SIGNATURE_DIGITS) {
      String key = signed.substring(SIGNATURE_DIGITS);
      if (Secrets.isSame(encode(list, key), cursor)) {
        return key;
      }
    }
    throw Problem.invalid("cursor", "Expected a cursor of this list, but it is none").exception();
  }

  private static String base64(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private String signature(String list, String key) {
    byte[] message = (list + '\0' + key).getBytes(StandardCharsets.UTF_8);
    return secrets.hexMac("cursor", message).substring(0, SIGNATURE_DIGITS);
  }
}
