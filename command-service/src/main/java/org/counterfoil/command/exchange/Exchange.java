package org.counterfoil.command.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.IdempotencyKey;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.observation.CorrelationId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.text.UuidText;
import org.counterfoil.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * One request that is to change something; endpoints take it as a method argument. They permit the
 * caller, make the command, and answer with what {@link #submit} answers:
 *
 * <pre>
 * exchange.access().permit(organisation);
 * return exchange.in(organisation).by(body).submit(command, events -> Answers.created(…));
 * </pre>
 */
public final class Exchange {

  static final String KEY_HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final CommandExchange exchange;
  private final Replies replies;
  private final Secrets secrets;
  private final HttpServletRequest request;
  private final Access access;
  private String scope = "";
  private String bodyHash = "";
  private String shown = "";
  private boolean isAnew;
  private @Nullable Actor actor;
  private @Nullable String location;
  private List<? extends Sealed> sealed = List.of();
  private Function<PaymentId, String> redirectUrl =
      payment -> {
        throw new IllegalStateException("Expected no payment at a provider, but there is one");
      };

  Exchange(CommandExchange exchange, Replies replies, Secrets secrets, HttpServletRequest request) {
    this.exchange = exchange;
    this.replies = replies;
    this.secrets = secrets;
    this.request = request;
    this.access = Access.of(request);
  }

  public Access access() {
    return access;
  }

  /** The header's first value, or nothing. */
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /** From where in the network it came, as far as this process can see. */
  public String remoteAddress() {
    return request.getRemoteAddr();
  }

  /** Whose the request is about; idempotency keys count per organisation. */
  public Exchange in(OrganisationId organisation) {
    scope = organisation.toString();
    return this;
  }

  /** What was sent. */
  public Exchange with(Sent<?> sent) {
    bodyHash = sent.sha256();
    return this;
  }

  /**
   * Each time for itself, whatever the Idempotency-Key: for what records that somebody reads (I10).
   * What is told again is read again, and may have changed since.
   */
  public Exchange anew() {
    isAnew = true;
    return this;
  }

  /** What names a caller without credentials: idempotency keys count per caller. */
  public Exchange shownBy(String name) {
    this.shown = name;
    return this;
  }

  /** Who acts, where that is not whoever was permitted. */
  public Exchange by(Actor actor) {
    this.actor = actor;
    return this;
  }

  /** Who acts. */
  public Actor actor() {
    return actor == null ? access.actor() : actor;
  }

  /** What was told of people, encrypted: stored with the events that say so. */
  public Exchange sealing(List<? extends Sealed> values) {
    sealed = values;
    return this;
  }

  /** Where what is created is found: the path before its id. */
  public Exchange at(String pathBeforeId) {
    location = pathBeforeId;
    return this;
  }

  /** How the address at which a payment is made is found, whenever the answer is sent. */
  public Exchange redirectingTo(Function<PaymentId, String> address) {
    redirectUrl = address;
    return this;
  }

  /**
   * Brings the command to its lane and answers; a refusal ends the request as a problem.
   *
   * @param answering makes the answer from the events; runs in the lane, MUST be quick
   */
  public ResponseEntity<byte[]> submit(Command command, Function<List<Event>, Answer> answering) {
    CommandExchange.Reply reply =
        exchange.submit(
            new Submission(
                command, actor(), CorrelationId.of(request).value(), answering, key(), sealed));
    return replies.of(reply, location, redirectUrl);
  }

  /**
   * An id that the same request always has, and no other, where it has an Idempotency-Key; for what
   * is done before its own command, and must be done once. Nothing where it has none.
   */
  public @Nullable UUID idOfKey() {
    IdempotencyKey key = key();
    if (key == null) {
      return null;
    }
    String named = key.scope() + '\n' + key.key() + '\n' + key.bodyHash();
    String mac = secrets.hexMac("id-of-key", named.getBytes(StandardCharsets.UTF_8));
    long high = Long.parseUnsignedLong(mac, 0, 16, 16) & ~0xF000L;
    long low = Long.parseUnsignedLong(mac, 16, 32, 16) >>> 2;
    return new UUID(high | 0x7000L, low | 0x8000_0000_0000_0000L);
  }

  private @Nullable IdempotencyKey key() {
    String key = request.getMethod().equals("POST") ? request.getHeader(KEY_HEADER) : null;
    if (key == null || isAnew) {
      return null;
    }
    String caller = callerScope();
    if (!KEY.matcher(key).matches()) {
      throw Problem.invalid(
              KEY_HEADER, "Expected 1 to 255 printable characters without spaces, but it is not")
          .exception();
    }
    if (caller.isEmpty() && UuidText.read(key) == null) {
      throw Problem.invalid(
              KEY_HEADER, "Expected a UUID, because the caller is not known, but it is another key")
          .exception();
    }
    String message = request.getMethod() + '\n' + request.getRequestURI() + '\n' + bodyHash;
    return new IdempotencyKey(
        scope + '/' + caller,
        key,
        secrets.hexMac("idempotency", message.getBytes(StandardCharsets.UTF_8)));
  }

  /** The token, the session or the buyer whose secret was shown; empty for nobody known. */
  private String callerScope() {
    String known = access.caller().scope();
    if (!known.isEmpty()) {
      return known;
    }
    return actor == null ? access.actor().toString() : shown;
  }

  /** What led to the change, as it is recorded with it. */
  public UUID cause() {
    return CorrelationId.of(request).value();
  }
}
