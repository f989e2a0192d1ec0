package org.counterfoil.crowd;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.counterfoil.crowd.http.Answer;
import org.counterfoil.crowd.http.Http;
import org.counterfoil.crowd.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests, measures them, and sends them again where the contract says to. */
final class Shop {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String BASE = "/api/v1";
  private static final Answer NOTHING = Answer.none();
  private static final int ATTEMPTS = 20;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Http commands;
  private final Http queries;
  private final Meters meters;
  private final LongAdder brokenOff = new LongAdder();

  Shop(Http commands, Http queries, Meters meters) {
    this.commands = commands;
    this.queries = queries;
    this.meters = meters;
  }

  /** What was answered, read; an empty object where there was no body. */
  record Reply(int status, String code, JsonNode body, Answer answer) {
    boolean isSuccess() {
      return status / 100 == 2;
    }
  }

  /**
   * Sends, and sends again after a pause where the system is too busy or no answer came: with the
   * same idempotency key that is the same wish.
   */
  Reply ask(Step step, Request request, Asker asker) throws InterruptedException {
    Request full = at(request);
    for (int attempt = 1; ; attempt++) {
      long wanted = System.nanoTime();
      try {
        Answer answer = to(step).send(full);
        Reply reply = read(answer);
        meters.count(step, outcome(reply), wanted, asker);
        boolean isLater = reply.status() == 503 || reply.status() == 429 || isInFlight(reply);
        if (!isLater || attempt == ATTEMPTS) {
          return reply;
        }
        Thread.sleep(pause(reply, attempt));
      } catch (IOException noAnswer) {
        brokenOff.increment();
        meters.count(step, "NO_ANSWER", wanted, asker);
        if (attempt == ATTEMPTS) {
          return new Reply(0, "NO_ANSWER", JSON.createObjectNode(), NOTHING);
        }
        Thread.sleep(pause(attempt));
      }
    }
  }

  /** Sends, and is gone before the answer comes. */
  void askAndLeave(Step step, Request request, Asker asker) throws InterruptedException {
    long wanted = System.nanoTime();
    try {
      to(step).sendAndLeave(at(request));
      meters.count(step, "LEFT", wanted, asker);
    } catch (IOException notEvenSent) {
      brokenOff.increment();
    }
  }

  /** Whether bots have sent less than this share of what the crowd has asked. */
  boolean areBotsBelow(double share) {
    return meters.isBelow(share);
  }

  long brokenOff() {
    return brokenOff.sum();
  }

  private static Request at(Request request) {
    return new Request(request.method(), BASE + request.path(), request.headers(), request.body());
  }

  private Http to(Step step) {
    return step == Step.LOOK ? queries : commands;
  }

  private static boolean isInFlight(Reply reply) {
    return reply.code().equals("IN_FLIGHT");
  }

  private static Duration pause(Reply reply, int attempt) {
    long seconds = reply.answer().number("Retry-After", 0);
    Duration asked = Duration.ofSeconds(seconds);
    return isInFlight(reply) || asked.isZero() || asked.compareTo(LONGEST_PAUSE) > 0
        ? pause(attempt)
        : asked;
  }

  private static Duration pause(int attempt) {
    Duration pause = Duration.ofMillis(50L << Math.min(attempt, 8));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static String outcome(Reply reply) {
    return reply.code().isEmpty()
        ? Integer.toString(reply.status())
        : reply.status() + " " + reply.code();
  }

  private static Reply read(Answer answer) {
    String text = answer.text();
    if (text.isEmpty()) {
      return new Reply(answer.status(), "", JSON.createObjectNode(), answer);
    }
    try {
      JsonNode body = JSON.readTree(text);
      return new Reply(answer.status(), body.path("code").asString(""), body, answer);
    } catch (JacksonException unreadable) {
      return new Reply(answer.status(), "UNREADABLE", JSON.createObjectNode(), answer);
    }
  }
}
