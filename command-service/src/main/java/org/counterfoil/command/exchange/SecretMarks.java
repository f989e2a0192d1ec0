package org.counterfoil.command.exchange;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Marks that stand for secrets in answers that are kept, such as {@code ${hold-secret:<id>}}. They
 * are filled in whenever an answer is sent, first or again, so that nothing secret is stored.
 *
 * <p>A mark counts only as the whole value of its own field ({@code
 * "holdSecret":"${hold-secret:…}"}). Who names a price like a mark gets that name back, and no
 * secret.
 */
public final class SecretMarks {

  private static final Pattern MARKED_FIELD =
      Pattern.compile("\"([A-Za-z]+)\":\"\\$\\{([a-z-]+):([0-9a-f-]{36}(?:[.][0-9]{1,10})*)}\"");

  /** Stands in every marked field; searching for it is cheaper than trying the pattern all over. */
  private static final String BEFORE_MARK = "\":\"${";

  private static final int SECRET_LENGTH = 64;
  private static final int ID_LENGTH = 36;

  private static final String HOLD = "hold-secret";
  private static final String WAITING_LIST = "waiting-list-secret";
  private static final String ORDER = "order-secret";
  private static final String ACCOUNT = "account-secret";
  private static final String API_TOKEN = "api-token";
  private static final String LOGIN_LINK = "login-link";
  private static final String REDIRECT_URL = "redirect-url";
  private static final String TICKET_CODE = "ticket-code";
  private static final String VOUCHER_CODE = "voucher-code";
  private static final String TICKET_SECRET = "ticket-secret";

  private record Filling(String kind, Function<UUID, String> secret) {}

  private final Map<String, Filling> byField;
  private final TicketCodes codes;
  private final Secrets secrets;

  public SecretMarks(Secrets secrets, TicketCodes codes, VoucherCodes vouchers) {
    this.codes = codes;
    this.secrets = secrets;
    this.byField =
        Map.of(
            "holdSecret", new Filling(HOLD, id -> secrets.holdSecret(new HoldId(id))),
            "waitingListSecret",
                new Filling(WAITING_LIST, id -> secrets.waitingListSecret(new WaitingEntryId(id))),
            "orderSecret", new Filling(ORDER, id -> secrets.orderSecret(new OrderId(id))),
            "accountSecret", new Filling(ACCOUNT, id -> secrets.account(new DataSubjectId(id))),
            "voucherCode", new Filling(VOUCHER_CODE, id -> vouchers.text(new VoucherId(id))),
            "token", new Filling(API_TOKEN, id -> secrets.apiToken(new ApiTokenId(id))),
            "loginLink",
                new Filling(LOGIN_LINK, id -> "/login/" + secrets.loginLink(new LoginLinkId(id))));
  }

  /** The value of a field {@code holdSecret}. */
  public static String hold(HoldId id) {
    return mark(HOLD, id.value());
  }

  /** The value of a field {@code waitingListSecret}. */
  public static String waitingList(WaitingEntryId id) {
    return mark(WAITING_LIST, id.value());
  }

  /** The value of a field {@code orderSecret}. */
  public static String order(OrderId id) {
    return mark(ORDER, id.value());
  }

  /** The value of a field {@code accountSecret}. */
  public static String account(DataSubjectId id) {
    return mark(ACCOUNT, id.value());
  }

  /** The value of a field {@code voucherCode}. */
  public static String voucher(VoucherId id) {
    return mark(VOUCHER_CODE, id.value());
  }

  /** The value of a field {@code token}. */
  public static String apiToken(ApiTokenId id) {
    return mark(API_TOKEN, id.value());
  }

  /** The value of a field {@code loginLink}: the path of the link. */
  public static String loginLink(LoginLinkId id) {
    return mark(LOGIN_LINK, id.value());
  }

  /** The value of a field {@code redirectUrl}; whoever answers says how it is filled in. */
  public static String redirectUrl(PaymentId id) {
    return mark(REDIRECT_URL, id.value());
  }

  /** The value of a field {@code code}. */
  public static String ticketCode(TicketCode code) {
    return mark(TICKET_CODE, code.performanceId() + "." + code.ticketNumber() + "." + code.issue());
  }

  /**
   * The value of a field {@code ticketSecret}.
   *
   * @param issue the ticket's first code under its present holder
   */
  public static String ticketSecret(TicketId id, int issue) {
    return mark(TICKET_SECRET, id.value() + "." + issue);
  }

  private static String mark(String kind, Object value) {
    return "${" + kind + ":" + value + "}";
  }

  /**
   * Fills the marks in.
   *
   * @param redirectUrl finds the address at which a payment is made
   */
  String fill(String json, Function<PaymentId, String> redirectUrl) {
    int mark = json.indexOf(BEFORE_MARK);
    if (mark < 0) {
      return json;
    }
    Matcher field = MARKED_FIELD.matcher(json);
    StringBuilder filled = new StringBuilder(json.length() + SECRET_LENGTH);
    int done = 0;
    while (mark >= 0) {
      int start = json.lastIndexOf('"', mark - 1);
      int next = mark + 1;
      if (start >= done && field.region(start, json.length()).lookingAt()) {
        filled.append(json, done, start).append(filled(field, redirectUrl));
        done = field.end();
        next = done;
      }
      mark = json.indexOf(BEFORE_MARK, next);
    }
    return filled.append(json, done, json.length()).toString();
  }

  private String filled(MatchResult found, Function<PaymentId, String> redirectUrl) {
    String field = found.group(1);
    String value = found.group(3);
    String secret = null;
    if (field.equals("code") && found.group(2).equals(TICKET_CODE)) {
      secret = codeOf(value.split("[.]", -1));
    } else if (field.equals("ticketSecret") && found.group(2).equals(TICKET_SECRET)) {
      secret = ticketSecretOf(value.split("[.]", -1));
    } else if (field.equals("redirectUrl") && found.group(2).equals(REDIRECT_URL)) {
      secret = redirectUrl.apply(PaymentId.of(value));
    } else {
      secret = secretOf(field, found.group(2), value);
    }
    return secret == null ? found.group() : '"' + field + "\":\"" + secret + '"';
  }

  private @Nullable String secretOf(String field, String kind, String value) {
    Filling filling = byField.get(field);
    return filling == null || !filling.kind().equals(kind) || value.length() != ID_LENGTH
        ? null
        : filling.secret().apply(UUID.fromString(value));
  }

  /** Of ticket and issue. */
  private @Nullable String ticketSecretOf(String[] parts) {
    return parts.length != 2
        ? null
        : secrets.ticketSecret(TicketId.of(parts[0]), Integer.parseInt(parts[1]));
  }

  /** Of performance, number and issue. */
  private @Nullable String codeOf(String[] parts) {
    return parts.length != 3
        ? null
        : codes.text(
            new TicketCode(
                PerformanceId.of(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
  }
}
