package org.counterfoil.command.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.privacy.capture.ToldWish;
import org.counterfoil.command.privacy.capture.ToldWish.CaptureWish;
import org.counterfoil.command.privacy.capture.ToldWish.ConsentWish;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineWish;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An order that somebody wishes to place.
 *
 * @param holdId one hold, whose secret is in the header; or else {@code holds}
 * @param holds several holds, of one performance or of several, each with its secret
 * @param organisationId whose vouchers and passes are bought, where there is no hold
 * @param tickets none where there is no hold
 * @param lines what is wished for beside tickets
 * @param buyer what the buyer tells of itself, by field; none is needed
 * @param captures for what each field is told, and under which notice: one, or a list
 * @param consents the buyer's answers; what is missing is not given, and stops no sale
 */
record OrderWish(
    @Nullable HoldId holdId,
    @Nullable List<SecretHold> holds,
    @Nullable OrganisationId organisationId,
    @Nullable List<WishedTicket> tickets,
    @Nullable List<WishedLine> lines,
    @Schema(example = "{\"email\":\"buyer@example.org\"}") @Nullable Map<String, String> buyer,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable Map<String, List<CaptureWish>> captures,
    @Nullable List<ConsentWish> consents) {

  private static final int MOST_HOLDS = 100;

  /** A hold and the secret it was answered with. */
  record SecretHold(HoldId holdId, String holdSecret) {}

  OrderWish {
    boolean isWithoutHold = organisationId != null;
    boolean hasHolds = holds != null && !holds.isEmpty();
    if (isWithoutHold && (holdId != null || hasHolds)) {
      throw Problem.invalid("holdId", "Expected no hold beside an organisationId, but there is one")
          .exception();
    }
    if (isWithoutHold && tickets != null && !tickets.isEmpty()) {
      throw Problem.invalid("tickets", "Expected no tickets without a hold, but there are some")
          .exception();
    }
    if (!isWithoutHold && (holdId == null) != hasHolds) {
      throw Problem.invalid("holdId", "Expected either holdId or holds, but there are both or none")
          .exception();
    }
    if (holds != null && holds.size() > MOST_HOLDS) {
      throw Problem.invalid(
              "holds", "Expected at most " + MOST_HOLDS + " holds, but there are more")
          .exception();
    }
  }

  /** What the buyer tells. */
  ToldWish told() {
    return new ToldWish(buyer, captures, consents);
  }

  /** Tickets that are somebody's by name. */
  List<WishedTicket.Named> named(List<TicketWish> wishes) {
    return tickets == null ? List.of() : WishedTicket.named(tickets, wishes);
  }

  /** Without what is told of people. */
  @Override
  public String toString() {
    return "OrderWish[…]";
  }

  /** The holds, each once. */
  List<HoldId> holdIds() {
    if (holdId != null) {
      return List.of(holdId);
    }
    List<HoldId> ids = new ArrayList<>();
    Set<HoldId> seen = new HashSet<>();
    for (SecretHold hold : holds == null ? List.<SecretHold>of() : holds) {
      if (!seen.add(hold.holdId())) {
        throw RequestRejection.HOLD_REPEATED.because(
            "holds", "Expected each hold once, but " + hold.holdId() + " repeats");
      }
      ids.add(hold.holdId());
    }
    return ids;
  }

  /** Nobody pays for what is rehearsed, so nothing of it can be spent later. */
  void refuseForTraining() {
    if (lines != null && lines.stream().anyMatch(WishedLine::isUsedLater)) {
      throw RequestRejection.PERFORMANCE_IS_TRAINING.because(
          "lines", "Expected no voucher and no pass, because the performance is for training");
    }
  }

  /** What is wished for beside tickets. */
  List<LineWish> lineList(Supplier<LineId> ids, Seller seller) {
    return lines == null ? List.of() : WishedLine.list(lines, ids, seller);
  }

  /**
   * What is wished for beside the tickets of one of several performances.
   *
   * @param isFirst whether it gets the lines that name none
   */
  List<LineWish> lineList(
      PerformanceId performance, boolean isFirst, Supplier<LineId> ids, Seller seller) {
    List<WishedLine> own = new ArrayList<>();
    for (WishedLine line : lines == null ? List.<WishedLine>of() : lines) {
      if (line.performanceId() == null ? isFirst : performance.equals(line.performanceId())) {
        own.add(line);
      }
    }
    return WishedLine.list(own, ids, seller);
  }

  /** Lines of performances that nothing is ordered of are a mistake. */
  void requireLinesOf(Set<PerformanceId> performances) {
    for (int i = 0; lines != null && i < lines.size(); i++) {
      PerformanceId named = lines.get(i).performanceId();
      if (named != null && !performances.contains(named)) {
        throw Problem.invalid(
                "lines[" + i + "].performanceId",
                "Expected a performance whose holds are ordered, but it is another")
            .exception();
      }
    }
  }

  /** One wish per ticket. */
  List<TicketWish> ticketList(Supplier<TicketId> ids) {
    return tickets == null ? List.of() : WishedTicket.list(tickets, ids);
  }
}
