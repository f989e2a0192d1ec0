package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.counterfoil.domain.accounting.Operation;
import org.counterfoil.domain.accounting.TillEvent;
import org.counterfoil.domain.accounting.TillEvent.BankingArrived;
import org.counterfoil.domain.order.OrderEvent;

/**
 * What entries say. They are accounting documents of a French organisation, and so in French, in
 * whatever language they are looked at (art. 123-22 C. com.).
 */
final class EntryTexts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.FRANCE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);

  private EntryTexts() {}

  /** The text of an entry; where it is posted late, with the real day. */
  static String of(Operation operation, String subject, PostingDay day) {
    String text = what(operation) + ", " + subject;
    return day.isLate() ? text + " (opération du " + DAY.format(day.realDay()) + ")" : text;
  }

  static String performance(PerformanceRow performance) {
    return performance.title() + ", " + start(performance);
  }

  static String order(OrderEvent event) {
    return "commande " + event.orderId();
  }

  static String till(TillEvent event) {
    String session = "session n° " + event.session();
    return event instanceof BankingArrived arrived
        ? session + ", le " + DAY.format(arrived.arrivedOn())
        : session;
  }

  private static String what(Operation operation) {
    return switch (operation.kind()) {
      case SALE ->
          operation.tickets() == 0
              ? "Vente de bons ou d'abonnements"
              : "Vente " + tickets(operation.tickets());
      case COMPS -> "Invitations " + tickets(operation.tickets());
      case DEPOSIT -> "Acompte";
      case RECEIVABLE_PAID -> "Règlement de billets en compte";
      case FOREIGN_MONEY -> "Encaissement en devise";
      case REFUND_DUE -> "Remboursement dû";
      case REFUND_PAID -> "Remboursement versé";
      case REFUND ->
          isBesideTickets(operation)
              ? "Remboursement de frais ou de dons"
              : "Remboursement de billets";
      case UNPAID_CHEQUE -> "Chèque impayé";
      case CHARGEBACK -> "Paiement contesté, repris";
      case PAYMENT_RESTORED -> "Paiement repris, recrédité";
      case EXCHANGE -> "Échange de billets";
      case VOID -> "Annulation de billets";
      case RECOGNITION -> "Recettes acquises";
      case CANCELLATION -> "Représentation annulée";
      case AGENT_MONEY ->
          operation.cashMinor() > 0 ? "Encaissement pour compte" : "Remboursement pour compte";
      case AGENT_SETTLED -> operation.cashMinor() > 0 ? "Reversement reçu" : "Reversement effectué";
      case PAYOUT -> "Versement du prestataire de paiement";
      case INVOICE -> "Facture";
      case CREDIT_NOTE -> "Avoir";
      case TILL_OPENED -> "Ouverture de caisse";
      case TILL_COUNTED -> "Écart de caisse";
      case TILL_BANKED -> "Remise d'espèces en banque";
      case BANKING_ARRIVED -> "Espèces créditées par la banque";
      case VOUCHER_TAXED -> "TVA sur bon à usage unique";
      case VOUCHER_EXPIRED -> "Bon périmé";
      case PASS_ISSUED -> "Abonnement vendu";
      case PASS_USED -> "Abonnement, utilisation";
      case PASS_USES_RETURNED -> "Abonnement, utilisation rendue";
      case PASS_UNUSED -> "Abonnement non utilisé";
    };
  }

  private static boolean isBesideTickets(Operation operation) {
    return operation.tickets() == 0
        && !operation.beside().isZero()
        && operation.beside().equals(operation.sold());
  }

  private static String tickets(int count) {
    return count == 1 ? "1 billet" : count + " billets";
  }

  private static String start(PerformanceRow performance) {
    Instant at = performance.startsAt();
    return TIME.format(at.atZone(ZoneId.of(performance.timeZone())));
  }
}
