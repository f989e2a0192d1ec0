package org.counterfoil.command.ticket;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.counterfoil.command.exchange.Callers;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.PlanSeat;

/**
 * What a ticket says, in French and English. Patterns are spelled out, so that another JDK prints
 * the same.
 */
enum TicketWords {
  FR(
      Locale.FRENCH,
      "EEEE d MMMM uuuu 'à' HH:mm",
      " : ",
      "Billet n°",
      "Opération n°",
      "Licence n°",
      "Catégorie",
      "Place",
      "Tarif",
      "Prix",
      "gratuit",
      "dont TVA",
      "dont frais de",
      "Justificatif à présenter",
      "Vendu le",
      "Guichet",
      "En ligne",
      "DUPLICATA",
      "EXERCICE : N’ADMET PERSONNE",
      "Placement libre",
      "Secteur",
      "Rang",
      "Place",
      "Code à saisir"),
  EN(
      Locale.ENGLISH,
      "EEEE d MMMM uuuu, HH:mm",
      ": ",
      "Ticket no.",
      "Operation no.",
      "Licence no.",
      "Category",
      "Place",
      "Price type",
      "Price",
      "free of charge",
      "including VAT",
      "of which fee",
      "Proof to be shown",
      "Sold on",
      "Box office",
      "Online",
      "DUPLICATE (DUPLICATA)",
      "TRAINING: ADMITS NOBODY",
      "General admission",
      "Section",
      "Row",
      "Seat",
      "Code to type");

  private static final char NO_BREAK = '\u00a0';

  final Locale locale;
  final String ticketNumber;
  final String operationNumber;
  final String licence;
  final String category;
  final String place;
  final String priceType;
  final String price;
  final String soldOn;
  final String duplicate;
  final String training;
  final String codeToType;
  final String proofToShow;
  private final DateTimeFormatter start;
  private final String colon;
  private final String free;
  private final String ofWhichTax;
  private final String ofWhichFee;
  private final String boxOffice;
  private final String online;
  private final String generalAdmission;
  private final String section;
  private final String row;
  private final String seat;

  TicketWords(
      Locale locale,
      String start,
      String colon,
      String ticketNumber,
      String operationNumber,
      String licence,
      String category,
      String place,
      String priceType,
      String price,
      String free,
      String ofWhichTax,
      String ofWhichFee,
      String proofToShow,
      String soldOn,
      String boxOffice,
      String online,
      String duplicate,
      String training,
      String generalAdmission,
      String section,
      String row,
      String seat,
      String codeToType) {
    this.locale = locale;
    this.colon = colon;
    this.start = DateTimeFormatter.ofPattern(start, locale);
    this.ticketNumber = ticketNumber;
    this.operationNumber = operationNumber;
    this.licence = licence;
    this.category = category;
    this.place = place;
    this.priceType = priceType;
    this.price = price;
    this.free = free;
    this.ofWhichTax = ofWhichTax;
    this.ofWhichFee = ofWhichFee;
    this.proofToShow = proofToShow;
    this.soldOn = soldOn;
    this.boxOffice = boxOffice;
    this.online = online;
    this.duplicate = duplicate;
    this.training = training;
    this.generalAdmission = generalAdmission;
    this.section = section;
    this.row = row;
    this.seat = seat;
    this.codeToType = codeToType;
  }

  String start(ZonedDateTime time) {
    String text = start.format(time);
    if (this == FR) {
      text = text.replaceFirst(" 1 ", " 1er ");
    }
    return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
  }

  String sale(PrintedTicket ticket) {
    return "%s %s · %s"
        .formatted(
            soldOn,
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT).format(ticket.soldAt()),
            placeOfSale(ticket.placeOfSale()));
  }

  private String placeOfSale(SalesChannel channel) {
    if (channel.equals(Callers.COUNTER)) {
      return boxOffice;
    }
    return channel.equals(Callers.WEB) ? online : channel.value();
  }

  String place(PrintedTicket ticket) {
    PlanSeat at = ticket.seat();
    return at == null
        ? generalAdmission + " · " + ticket.area()
        : "%s %s · %s %s · %s %s".formatted(section, at.section(), row, at.row(), seat, at.label());
  }

  /** What a price type asks for, as people call it. */
  String proof(Proof proof) {
    return switch (proof) {
      case AGE -> this == FR ? "pièce d’identité (âge)" : "identity document (age)";
      case STUDENT -> this == FR ? "carte d’étudiant ou d’apprenti" : "student or apprentice card";
      case MEMBERSHIP -> this == FR ? "carte d’adhérent ou d’abonné" : "membership card";
      case RESIDENCE -> this == FR ? "justificatif de domicile" : "proof of residence";
      case PROFESSION -> this == FR ? "carte professionnelle" : "professional card";
      case ENTITLEMENT ->
          this == FR ? "justificatif du droit au tarif" : "proof of entitlement to this price";
    };
  }

  /** With its tax and the fee inside it, or that it is free. */
  String price(PrintedTicket ticket) {
    if (ticket.price().minor() == 0) {
      return free;
    }
    String rate =
        this == FR ? ticket.taxRate().value().replace('.', ',') : ticket.taxRate().value();
    String fee =
        ticket.fee().minor() == 0 ? "" : "; %s %s".formatted(ofWhichFee, amount(ticket.fee()));
    return "%s (%s %s%s%%%s%s%s)"
        .formatted(
            amount(ticket.price()),
            ofWhichTax,
            rate,
            this == FR ? NO_BREAK : "",
            colon,
            amount(ticket.tax()),
            fee);
  }

  private String amount(Money money) {
    int digits = money.currency().getDefaultFractionDigits();
    String number = BigDecimal.valueOf(money.minor(), digits).toPlainString();
    String symbol = money.currency().getCurrencyCode();
    symbol = symbol.equals("EUR") ? "€" : symbol;
    return this == FR
        ? number.replace('.', ',') + NO_BREAK + symbol
        : symbol + (symbol.length() == 1 ? "" : NO_BREAK) + number;
  }
}
