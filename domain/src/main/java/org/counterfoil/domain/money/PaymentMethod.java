package org.counterfoil.domain.money;

import java.util.Set;
import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * How is paid: {@code CARD}, {@code CASH}, {@code CHEQUE}, … Matches {@code [A-Z][A-Z0-9_]{0,31}}.
 */
public record PaymentMethod(String value) implements Text, Comparable<PaymentMethod> {

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

  public static final PaymentMethod CARD = new PaymentMethod("CARD");
  public static final PaymentMethod CASH = new PaymentMethod("CASH");
  public static final PaymentMethod CHEQUE = new PaymentMethod("CHEQUE");
  public static final PaymentMethod TRANSFER = new PaymentMethod("TRANSFER");

  /** With a voucher: no money moves, what was paid for it is used. */
  public static final PaymentMethod VOUCHER = new PaymentMethod("VOUCHER");

  /** With a pass: no money moves, uses that were paid for are taken. */
  public static final PaymentMethod PASS = new PaymentMethod("PASS");

  /** With what was left of tickets that were exchanged: no money moves. Nobody chooses it. */
  public static final PaymentMethod EXCHANGE = new PaymentMethod("EXCHANGE");

  /** What an organisation accepts that has not said otherwise. */
  public static final Set<PaymentMethod> USUAL = Set.of(CARD, CASH, CHEQUE, TRANSFER);

  public PaymentMethod {
    InvalidText.unlessMatches(FORM, value, "CARD");
  }

  /** Whether no money moves: a debt is settled that there was, or arises. */
  public boolean isDebt() {
    return equals(VOUCHER) || equals(PASS) || equals(EXCHANGE);
  }

  @Override
  public int compareTo(PaymentMethod other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
