package org.counterfoil.command.payment.simulated;

import java.math.BigDecimal;
import org.counterfoil.command.payment.simulated.Bank.CardPayment;
import org.counterfoil.domain.money.Money;

/** The page on which a buyer pays, in French and English. Nothing on it comes from a caller. */
final class BankPage {

  private BankPage() {}

  static String of(CardPayment payment, Money amount) {
    Boolean isPaid = payment.isPaid();
    String below =
        isPaid == null
            ? """
              <form method="post" action="%s/decision">
              <button name="decision" value="pay">Payer · Pay</button>
              <button name="decision" value="decline">Refuser · Decline</button>
              </form>"""
                .formatted(payment.id())
            : isPaid
                ? "<p>Payé · <span lang=\"en\">Paid</span></p>"
                : "<p>Refusé · <span lang=\"en\">Declined</span></p>";
    return """
        <!doctype html>
        <html lang="fr">
        <head><meta charset="utf-8"><title>Paiement simulé · Simulated payment</title></head>
        <body>
        <h1>Paiement simulé · <span lang="en">Simulated payment</span></h1>
        <p>Aucun argent n'est débité. · <span lang="en">No money is taken.</span></p>
        <p><strong>%s</strong></p>
        %s
        </body>
        </html>
        """
        .formatted(written(amount), below);
  }

  private static String written(Money amount) {
    int decimals = Math.max(amount.currency().getDefaultFractionDigits(), 0);
    return BigDecimal.valueOf(amount.minor(), decimals).toPlainString()
        + " "
        + amount.currency().getCurrencyCode();
  }
}
