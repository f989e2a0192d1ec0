package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.accounting.TillEvent;
import org.counterfoil.domain.accounting.TillEvent.BankingArrived;
import org.counterfoil.domain.accounting.TillEvent.TillBanked;
import org.counterfoil.domain.accounting.TillEvent.TillCounted;
import org.counterfoil.domain.accounting.TillEvent.TillOpened;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A step of a till session: OPENED, COUNTED, BANKED or ARRIVED, with what it tells.
 *
 * @param day the business day it belongs to
 * @param operationNumber under which it is in the list of operations
 */
record TillStepRow(
    UUID organisationId,
    int session,
    String step,
    @Nullable String keeper,
    @Nullable Long floatMinor,
    @Nullable Long takingsMinor,
    @Nullable Long countedMinor,
    @Nullable Long bankedMinor,
    @Nullable LocalDate arrivedOn,
    long operationNumber,
    LocalDate day,
    long position,
    Instant at) {

  static TillStepRow of(TillEvent event, long operation, LocalDate day, RecordedEvent recorded) {
    return switch (event) {
      case TillOpened opened ->
          of(
              event,
              "OPENED",
              opened.keeper().toString(),
              opened.floatMinor(),
              null,
              null,
              null,
              null,
              operation,
              day,
              recorded);
      case TillCounted counted ->
          of(
              event,
              "COUNTED",
              null,
              null,
              counted.takingsMinor(),
              counted.countedMinor(),
              null,
              null,
              operation,
              day,
              recorded);
      case TillBanked banked ->
          of(
              event,
              "BANKED",
              null,
              null,
              null,
              null,
              banked.amountMinor(),
              null,
              operation,
              day,
              recorded);
      case BankingArrived arrived ->
          of(
              event,
              "ARRIVED",
              null,
              null,
              null,
              null,
              null,
              arrived.arrivedOn(),
              operation,
              day,
              recorded);
    };
  }

  private static TillStepRow of(
      TillEvent event,
      String step,
      @Nullable String keeper,
      @Nullable Long floatMinor,
      @Nullable Long takingsMinor,
      @Nullable Long countedMinor,
      @Nullable Long bankedMinor,
      @Nullable LocalDate arrivedOn,
      long operation,
      LocalDate day,
      RecordedEvent recorded) {
    return new TillStepRow(
        event.organisationId().value(),
        event.session(),
        step,
        keeper,
        floatMinor,
        takingsMinor,
        countedMinor,
        bankedMinor,
        arrivedOn,
        operation,
        day,
        recorded.position(),
        recorded.envelope().recordedAt());
  }
}
