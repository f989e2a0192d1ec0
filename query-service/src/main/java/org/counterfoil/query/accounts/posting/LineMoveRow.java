package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.BookedLine;
import org.counterfoil.domain.accounting.OrderBooks;
import org.counterfoil.domain.accounting.RateAmount;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What was sold beside tickets; negative where it went back. */
record LineMoveRow(
    UUID organisationId,
    long operationNumber,
    UUID lineId,
    UUID performanceId,
    UUID orderId,
    String product,
    @Nullable String name,
    String taxRate,
    long grossMinor,
    long netMinor,
    long taxMinor,
    int lines,
    long position,
    Instant at,
    LocalDate day,
    LocalDate taxDay) {

  /**
   * What an event of an order sells beside tickets, or gives back.
   *
   * @param operation the number of what it was booked as
   */
  static List<LineMoveRow> of(
      OrderEvent event,
      OrderBooks books,
      PerformanceRow performance,
      long operation,
      PostingDay day,
      RecordedEvent recorded) {
    Stream<Moved> moved =
        switch (event) {
          case OrderCompleted completed ->
              books.lines().stream().filter(BookedLine::isSold).flatMap(Moved::sold);
          case TicketsRefunded refunded ->
              refunded.lines().stream().map(line -> Moved.back(line, books));
          default -> Stream.of();
        };
    return moved
        .map(
            one ->
                new LineMoveRow(
                    performance.organisationId(),
                    operation,
                    one.line().lineId().value(),
                    performance.performanceId(),
                    event.orderId().value(),
                    one.line().product().name(),
                    nameOf(one.line().name()),
                    one.amount().rate().value(),
                    one.amount().grossMinor(),
                    one.amount().netMinor(),
                    one.amount().taxMinor(),
                    one.lines(),
                    recorded.position(),
                    recorded.envelope().recordedAt(),
                    day.businessDay(),
                    day.taxDay()))
        .toList();
  }

  private static @Nullable String nameOf(@Nullable PublicLabel name) {
    return name == null ? null : name.value();
  }

  /**
   * What moved of a line.
   *
   * @param lines 1 where it was sold, -1 where the last of it went back
   */
  private record Moved(BookedLine line, RateAmount amount, int lines) {

    /** A line has one rate. */
    static Stream<Moved> sold(BookedLine line) {
      return line.amount().amounts().stream().map(amount -> new Moved(line, amount, 1));
    }

    static Moved back(RefundedLine refunded, OrderBooks books) {
      BookedLine line =
          books.lines().stream()
              .filter(booked -> booked.lineId().equals(refunded.lineId()))
              .findFirst()
              .orElseThrow();
      return new Moved(
          line,
          new RateAmount(refunded.taxRate(), -refunded.netMinor(), -refunded.taxMinor()),
          refunded.remainingMinor() == 0 ? -1 : 0);
    }
  }
}
