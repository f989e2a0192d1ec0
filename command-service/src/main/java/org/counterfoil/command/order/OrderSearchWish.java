package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Stream;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * By what orders are looked for: one thing, of an organisation. A ticket's number and a seat are
 * those of a performance.
 *
 * @param paymentReference that of a payment at the counter, such as of a cheque or a terminal
 */
record OrderSearchWish(
    OrganisationId organisationId,
    @Nullable OrderId orderId,
    @Nullable TicketId ticketId,
    @Nullable PerformanceId performanceId,
    @Nullable Integer ticketNumber,
    @Nullable SeatId seatId,
    @Schema(example = "TPE-4711") @Nullable PaymentReference paymentReference,
    @Nullable PaymentId paymentId,
    @Schema(example = "buyer@example.org") @Nullable String email,
    @Nullable String name,
    @Nullable String telephone) {

  /** What is looked for of a person. */
  record PersonalWish(PersonalField field, String value) {
    @Override
    public String toString() {
      return "PersonalWish[" + field + "]";
    }
  }

  OrderSearchWish {
    long given =
        Stream.of(
                orderId,
                ticketId,
                ticketNumber,
                seatId,
                paymentReference,
                paymentId,
                email,
                name,
                telephone)
            .filter(one -> one != null)
            .count();
    if (given != 1) {
      throw Problem.invalid(
              "(body)",
              "Expected one of orderId, ticketId, ticketNumber, seatId, paymentReference,"
                  + " paymentId, email, name and telephone, but there are "
                  + given)
          .exception();
    }
    boolean isOfPerformance = ticketNumber != null || seatId != null;
    if (isOfPerformance != (performanceId != null)) {
      throw Problem.invalid(
              "performanceId",
              "Expected a performance with a ticket's number or a seat, and with nothing else")
          .exception();
    }
  }

  /** What is looked for of a person; missing where it is no person that is looked for. */
  @Nullable PersonalWish personal() {
    if (email != null) {
      return new PersonalWish(PersonalField.EMAIL, email);
    }
    if (name != null) {
      return new PersonalWish(PersonalField.NAME, name);
    }
    return telephone == null ? null : new PersonalWish(PersonalField.TELEPHONE, telephone);
  }

  /** Without anything about a person. */
  @Override
  public String toString() {
    return "OrderSearchWish[…]";
  }
}
