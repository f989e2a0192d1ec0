package org.counterfoil.domain.accounting;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * The number of an invoice or credit note: its series, the year in which its fiscal year began, and
 * its place there from 1 (art. 242 nonies A, annexe II CGI: a chronological sequence without a gap;
 * several series may be told apart by what they begin with). Matches {@code [FA][0-9]{4}-[0-9]{6}}.
 */
public record InvoiceNumber(String value) implements Text, Comparable<InvoiceNumber> {

  private static final Pattern FORM = Pattern.compile("[FA][0-9]{4}-[0-9]{6}");

  public InvoiceNumber {
    InvalidText.unlessMatches(FORM, value, "F2026-000001");
  }

  /**
   * A number by its parts.
   *
   * @param year in which the fiscal year began
   * @param ordinal from 1
   */
  public static InvoiceNumber of(InvoiceSeries series, int year, int ordinal) {
    return new InvoiceNumber("%c%04d-%06d".formatted(series.sign(), year, ordinal));
  }

  public InvoiceSeries series() {
    return value.charAt(0) == InvoiceSeries.INVOICE.sign()
        ? InvoiceSeries.INVOICE
        : InvoiceSeries.CREDIT_NOTE;
  }

  /** The year in which its fiscal year began. */
  public int year() {
    return Integer.parseInt(value.substring(1, 5));
  }

  /** Its place in the series of its fiscal year, from 1. */
  public int ordinal() {
    return Integer.parseInt(value.substring(6));
  }

  @Override
  public int compareTo(InvoiceNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
