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
              <button name="decision" value="pay">Payer · <span lang="en">Pay</span></button>
              <button class="second" name="decision" value="decline">Refuser · <span lang="en">Decline</span></button>
              </form>"""
                .formatted(payment.id())
            : isPaid
                ? "<p class=\"said\">Payé · <span lang=\"en\">Paid</span></p>"
                : "<p class=\"said\">Refusé · <span lang=\"en\">Declined</span></p>";
    return """
        <!doctype html>
        <html lang="fr">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>Paiement simulé · Simulated payment</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/waiting-room/room.css">
        </head>
        <body>
          <header class="head"><span>Paiement simulé · <span lang="en">Simulated payment</span></span></header>
          <main>
            <h1>%s</h1>
            <p class="lead">Aucun argent n’est débité. · <span lang="en">No money is taken.</span></p>
            <section class="now">%s</section>
          </main>
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
