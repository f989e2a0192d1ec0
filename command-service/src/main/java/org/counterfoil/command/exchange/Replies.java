package org.counterfoil.command.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.http.position.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends answers: with their secrets, the position, and where to find what was created. */
final class Replies {

  private static final Pattern FIRST_FIELD = Pattern.compile("^\\{\"[A-Za-z]+\":\"([^\"]+)\"");

  private final SecretMarks marks;

  Replies(SecretMarks marks) {
    this.marks = marks;
  }

  ResponseEntity<byte[]> of(
      CommandExchange.Reply reply,
      @Nullable String location,
      Function<PaymentId, String> redirectUrl) {
    String json = reply.answer().body();
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(reply.answer().status());
    answer.header(Positions.POSITION, Long.toString(reply.position()));
    if (reply.isReplayed()) {
      answer.header("Idempotency-Replayed", "true");
    }
    if (reply.answer().status() == 201 && location != null) {
      Matcher id = FIRST_FIELD.matcher(json);
      if (id.find()) {
        answer.location(URI.create(location + id.group(1)));
      }
    }
    if (json.isEmpty()) {
      return answer.build();
    }
    return answer
        .contentType(MediaType.APPLICATION_JSON)
        .body(marks.fill(json, redirectUrl).getBytes(StandardCharsets.UTF_8));
  }
}
