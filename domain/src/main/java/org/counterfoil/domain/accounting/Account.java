package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.AccountNumber;

/**
 * What an account is for. Its number and label are the organisation's; those given here are the
 * default chart, after the French general chart of accounts (ANC regulation 2022-06).
 */
public enum Account {
  /** Taken by card, not yet paid over by the provider. */
  CARD("511", "Cartes à encaisser"),
  CHEQUES("5112", "Chèques à encaisser"),
  BANK("512", "Banque"),
  CASH("530", "Caisse"),
  /** Between two accounts of money, such as from the till to the bank. */
  IN_TRANSIT("580", "Virements internes"),
  PROVIDER_FEES("627", "Services bancaires et assimilés"),
  /** What buyers of tickets on account owe. */
  RECEIVABLES("411", "Clients"),
  /** Received before anything was sold for it, net of the tax that was due with it. */
  DEPOSITS("4191", "Clients - avances et acomptes reçus"),
  /** What is owed back to buyers. */
  REFUNDS_DUE("4197", "Clients - remboursements dus"),
  TAX_COLLECTED("445710", "TVA collectée"),
  /** Tax whose moment has not come: it becomes due, or falls, when the money moves. */
  TAX_PENDING("4458", "TVA en attente"),
  /** What was missing when tills were counted. */
  TILL_SHORTAGES("658", "Charges diverses de gestion courante"),
  /** What was too much when tills were counted. */
  TILL_SURPLUS("758", "Produits divers de gestion courante"),
  /** Sold on another organisation's account, or by it on ours. */
  OTHER_ORGANISATIONS("467", "Autres comptes débiteurs ou créditeurs"),
  /** Sold, net of tax; the performance has not taken place. */
  DEFERRED_REVENUE("487", "Produits constatés d'avance"),
  /** Earned, net of tax: the performance has taken place. */
  REVENUE("706", "Billetterie"),
  /** Asked for beside tickets, net of tax, where the price list names no other account. */
  FEES("7088", "Frais de réservation"),
  /** Given for nothing; not taxed. */
  DONATIONS("7541", "Dons manuels"),
  /** Single-purpose vouchers that can still be spent, net of the tax that was due with them. */
  SINGLE_PURPOSE_VOUCHERS("4192", "Bons à usage unique"),
  /** What was left of vouchers when their time was over. */
  EXPIRED_VOUCHERS("7588", "Bons périmés"),
  /** Uses of passes that can still be taken, net of the tax that was due with them. */
  PASSES("4871", "Abonnements - produits constatés d'avance"),
  /** Uses of passes that nobody took before their time was over. */
  UNUSED_PASSES("7068", "Abonnements non utilisés");

  private final String number;
  private final String label;

  Account(String number, String label) {
    this.number = number;
    this.label = label;
  }

  /** Its number in the default chart. */
  public AccountNumber usualNumber() {
    return new AccountNumber(number);
  }

  /** Its label in the default chart. */
  public PublicLabel usualLabel() {
    return new PublicLabel(label);
  }
}
