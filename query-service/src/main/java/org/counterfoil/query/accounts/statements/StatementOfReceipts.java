package org.counterfoil.query.accounts.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.query.accounts.posting.PerformanceRow;
import org.jspecify.annotations.Nullable;

/**
 * What was issued and received for one performance, per category.
 *
 * @param day the business day it is of; missing for all
 * @param production the work shown
 * @param capacity how many places can be sold
 * @param beside what was sold beside tickets: it is in the journal, and in no receipts
 * @param issued free tickets included
 */
public record StatementOfReceipts(
    UUID performanceId,
    String production,
    String venue,
    Instant startsAt,
    String timeZone,
    @Nullable LocalDate day,
    String currency,
    long capacity,
    List<Category> categories,
    List<Beside> beside,
    long issued,
    long voided,
    long comps,
    long receiptsMinor,
    long netMinor,
    long taxMinor) {

  /** What was sold beside tickets, tax included, less what went back. */
  public long besideMinor() {
    return beside.stream().mapToLong(Beside::grossMinor).sum();
  }

  /**
   * Tickets of one category at one price.
   *
   * @param voided those of them that became invalid
   * @param receiptsMinor what was received for them, tax included, less what was taken back
   */
  public record Category(
      String zone,
      String priceType,
      String priceTypeName,
      long priceMinor,
      String taxRate,
      long issued,
      long voided,
      long receiptsMinor,
      long netMinor,
      long taxMinor) {

    public boolean isComp() {
      return priceMinor == 0;
    }
  }

  /**
   * Fees or donations of one kind, less what went back of them.
   *
   * @param name of a fee; missing for a donation
   */
  public record Beside(
      String product,
      @Nullable String name,
      String taxRate,
      long grossMinor,
      long netMinor,
      long taxMinor) {}

  static StatementOfReceipts of(
      PerformanceRow performance,
      @Nullable LocalDate day,
      String currency,
      List<Category> categories,
      List<Beside> beside) {
    return new StatementOfReceipts(
        performance.performanceId(),
        performance.title(),
        performance.venueName(),
        performance.startsAt(),
        performance.timeZone(),
        day,
        currency,
        performance.places(),
        categories,
        beside,
        categories.stream().mapToLong(Category::issued).sum(),
        categories.stream().mapToLong(Category::voided).sum(),
        categories.stream()
            .filter(Category::isComp)
            .mapToLong(category -> category.issued() - category.voided())
            .sum(),
        categories.stream().mapToLong(Category::receiptsMinor).sum(),
        categories.stream().mapToLong(Category::netMinor).sum(),
        categories.stream().mapToLong(Category::taxMinor).sum());
  }
}
