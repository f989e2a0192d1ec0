package org.counterfoil.query.accounts.papers;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.accounting.InvoiceSeries;
import org.counterfoil.domain.accounting.PaymentTerms;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.organisation.Iban;
import org.counterfoil.query.accounts.invoices.ListedInvoice;
import org.counterfoil.query.accounts.invoices.ListedInvoice.Line;
import org.counterfoil.query.accounts.papers.Paper.Column;

/**
 * An invoice or a credit note as it is sent: what art. 242 nonies A of annexe II of the CGI asks
 * for, as far as it is known here. Who buys is personal data, and is written by hand or by whoever
 * sends it.
 */
final class InvoicePaper {

  private final PaperWords words;
  private final ListedInvoice invoice;

  InvoicePaper(PaperWords words, ListedInvoice invoice) {
    this.words = words;
    this.invoice = invoice;
  }

  /** The same bytes whenever it is printed. */
  byte[] toPdf() {
    boolean isCreditNote = invoice.kind() == InvoiceSeries.CREDIT_NOTE;
    String title = words.say(isCreditNote ? "creditNote" : "invoice", invoice.number().value());
    try (Paper paper =
        new Paper(title, invoice.position(), invoice.recordedAt(), words.language())) {
      addSeller(invoice.seller(), paper);
      paper.heading(title);
      paper.text(words.say("issuedOn", words.day(invoice.issuedOn())));
      if (invoice.invoice() != null) {
        paper.text(words.say("ofInvoice", invoice.invoice().value()));
      }
      if (invoice.reason() != null) {
        paper.text(words.say("because", words.say("reason." + invoice.reason())));
      }
      paper.text(words.say("order", invoice.orderId().toString()));
      if (invoice.reference() != null) {
        paper.text(words.say("reference", invoice.reference().value()));
      }
      paper.text(words.say("buyer"));
      invoice.supplies().forEach(supply -> addTickets(supply, paper));
      addBeside(paper);
      paper.table(
          words.amounts(words.say("rate")),
          invoice.byRate().stream()
              .map(line -> words.amounts(words.rate(line.rate()), line.netMinor(), line.taxMinor()))
              .toList(),
          words.amounts(words.say("sum"), invoice.netMinor(), invoice.taxMinor()));
      if (!isCreditNote) {
        paper.text(words.say("paid", money(invoice.grossMinor() - invoice.owedMinor())));
        paper.text(words.say("owed", money(invoice.owedMinor())));
        addTerms(paper);
      }
      paper.note(words.say("rounding"));
      return paper.toBytes();
    }
  }

  private void addSeller(Seller seller, Paper paper) {
    paper.text(seller.legalName().value());
    seller.address().forEach(line -> paper.text(line.value()));
    if (seller.legalMention() != null) {
      paper.text(seller.legalMention().value());
    }
    List<String> numbers = new ArrayList<>();
    if (seller.siren() != null) {
      numbers.add("SIREN " + seller.siren());
    }
    if (seller.vatNumber() != null) {
      numbers.add(words.say("vatNumber", seller.vatNumber().value()));
    }
    if (seller.licenceNumber() != null) {
      numbers.add(words.say("licence", seller.licenceNumber().value()));
    }
    numbers.forEach(paper::text);
  }

  private void addTerms(Paper paper) {
    PaymentTerms terms = invoice.terms();
    if (terms == null || invoice.owedMinor() == 0) {
      return;
    }
    Iban iban = invoice.seller().iban();
    paper.text(words.say("dueOn", words.day(terms.dueOn())));
    if (iban != null) {
      paper.text(words.say("iban", iban.grouped()));
    }
    paper.note(words.say("late", terms.latePenalty().value(), money(terms.recoveryFeeMinor())));
  }

  private void addTickets(Supply supply, Paper paper) {
    List<Line> lines =
        invoice.lines().stream()
            .filter(line -> line.performanceId().equals(supply.performanceId().value()))
            .toList();
    if (lines.isEmpty()) {
      return; // of this performance nothing came back
    }
    paper.subheading(
        supply.title().value() + ", " + words.time(supply.startsAt(), supply.timeZone()));
    paper.text(supply.venueName().value());
    paper.table(
        List.of(
            new Column(words.say("zone"), 0.19f, false),
            new Column(words.say("priceType"), 0.23f, false),
            new Column(words.say("quantity"), 0.08f, true),
            new Column(words.say("unitNet"), 0.13f, true),
            new Column(words.say("rate"), 0.09f, true),
            new Column(words.say("net"), 0.14f, true),
            new Column(words.say("gross"), 0.14f, true)),
        lines.stream()
            .map(
                line ->
                    List.of(
                        line.zone(),
                        line.priceTypeName(),
                        Integer.toString(line.quantity()),
                        words.money(line.unitNetMinor()),
                        words.rate(line.taxRate()),
                        words.money(line.netMinor()),
                        words.money(line.grossMinor())))
            .toList(),
        null);
    paper.note(words.say("ticketNumbers", numbers(lines)));
  }

  private void addBeside(Paper paper) {
    if (invoice.beside().isEmpty()) {
      return;
    }
    paper.subheading(words.say("beside"));
    paper.table(
        List.of(
            new Column(words.say("what"), 0.42f, false),
            new Column(words.say("quantity"), 0.08f, true),
            new Column(words.say("rate"), 0.22f, true),
            new Column(words.say("net"), 0.14f, true),
            new Column(words.say("gross"), 0.14f, true)),
        invoice.beside().stream()
            .map(
                line ->
                    List.of(
                        line.name() == null ? words.say("product." + line.product()) : line.name(),
                        Integer.toString(line.quantity()),
                        words.rate(line.taxRate()),
                        words.money(line.netMinor()),
                        words.money(line.grossMinor())))
            .toList(),
        null);
  }

  /** Numbers in order, those that follow each other as one: 1–3, 7. */
  private static String numbers(List<Line> lines) {
    List<Integer> all =
        lines.stream().flatMap(line -> line.ticketNumbers().stream()).sorted().toList();
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from < all.size()) {
      int to = from;
      while (to + 1 < all.size() && all.get(to + 1) == all.get(to) + 1) {
        to++;
      }
      text.append(text.isEmpty() ? "" : ", ").append(all.get(from));
      text.append(to > from ? "–" + all.get(to) : "");
      from = to + 1;
    }
    return text.toString();
  }

  private String money(long minor) {
    return words.money(minor) + " " + invoice.currency();
  }
}
