package org.counterfoil.query.accounts.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.query.accounts.closings.ListedClosing;
import org.counterfoil.query.accounts.papers.Paper.Column;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.statements.StatementOfReceipts;
import org.counterfoil.query.accounts.statements.StatementOfReceipts.Beside;

/** Closings and statements of receipts as an accountant files them, in French or English. */
final class AccountingPapers {

  private final OrganisationRow organisation;
  private final PaperWords words;

  AccountingPapers(OrganisationRow organisation, PaperWords words) {
    this.organisation = organisation;
    this.words = words;
  }

  /** A closing with its totals and the checkpoint that it stands on. */
  byte[] closing(ListedClosing closing) {
    String title =
        words.say(
            "closing", closing.number(), words.say("kind." + closing.kind()), period(closing));
    try (Paper paper =
        new Paper(title, closing.position(), closing.startedAt(), words.language())) {
      begin(paper, title);
      paper.text(
          words.say(
              "closedAt",
              time(closing.startedAt(), organisation.timeZone()),
              words.say(closing.isAutomatic() ? "automatic" : "asked")));
      paper.subheading(words.say("totals"));
      List<Column> sums =
          List.of(new Column("", 0.7f, false), new Column(closing.currency(), 0.3f, true));
      paper.table(
          sums,
          List.of(
              List.of(words.say("total"), words.money(closing.totalMinor())),
              List.of(words.say("periodTotal"), words.money(closing.periodTotalMinor())),
              List.of(words.say("perpetualTotal"), words.money(closing.perpetualTotalMinor())),
              List.of(
                  words.say("perpetualAbsolute"), words.money(closing.perpetualAbsoluteMinor()))),
          null);
      paper.subheading(words.say("byRate"));
      paper.table(
          words.amounts(words.say("rate")),
          closing.byRate().stream()
              .map(line -> words.amounts(words.rate(line.rate()), line.netMinor(), line.taxMinor()))
              .toList(),
          words.amounts(
              words.say("sum"),
              closing.byRate().stream().mapToLong(ListedClosing.RateLine::netMinor).sum(),
              closing.byRate().stream().mapToLong(ListedClosing.RateLine::taxMinor).sum()));
      paper.subheading(words.say("byMethod"));
      paper.table(
          List.of(
              new Column(words.say("method"), 0.5f, false),
              new Column(words.say("received"), 0.5f, true)),
          closing.byMethod().stream()
              .map(
                  line ->
                      List.of(
                          words.sayOr("method." + line.method(), line.method()),
                          words.money(line.amountMinor())))
              .toList(),
          List.of(
              words.say("sum"),
              words.money(
                  closing.byMethod().stream()
                      .mapToLong(ListedClosing.MethodLine::amountMinor)
                      .sum())));
      paper.subheading(words.say("checkpoint"));
      paper.note(words.say("checkpointNote", Long.toString(closing.position())));
      paper.note(closing.checkpoint() == null ? words.say("noCheckpoint") : closing.checkpoint());
      paper.note(words.say("rounding"));
      return paper.toBytes();
    }
  }

  /** Statements of receipts, one after the other. */
  byte[] statements(List<StatementOfReceipts> statements, Instant now, long reached) {
    try (Paper paper = new Paper(words.say("statements"), reached, now, words.language())) {
      begin(paper, words.say("statements"));
      paper.text(
          words.say("printedAt", time(now, organisation.timeZone()), Long.toString(reached)));
      if (statements.isEmpty()) {
        paper.text(words.say("nothing"));
      }
      for (StatementOfReceipts statement : statements) {
        add(statement, paper);
      }
      paper.note(words.say("rounding"));
      return paper.toBytes();
    }
  }

  private void add(StatementOfReceipts statement, Paper paper) {
    paper.subheading(
        statement.production() + ", " + time(statement.startsAt(), statement.timeZone()));
    LocalDate day = statement.day();
    paper.text(
        words.say("venue", statement.venue(), statement.capacity())
            + (day == null ? "" : " " + words.say("ofDay", words.day(day))));
    List<Column> columns =
        List.of(
            new Column(words.say("zone"), 0.16f, false),
            new Column(words.say("priceType"), 0.2f, false),
            new Column(words.say("price"), 0.11f, true),
            new Column(words.say("rate"), 0.08f, true),
            new Column(words.say("issued"), 0.09f, true),
            new Column(words.say("voided"), 0.1f, true),
            new Column(words.say("receipts"), 0.15f, true),
            new Column(words.say("tax"), 0.11f, true));
    List<List<String>> rows = new ArrayList<>();
    for (StatementOfReceipts.Category category : statement.categories()) {
      rows.add(
          List.of(
              category.zone(),
              category.priceTypeName(),
              category.isComp() ? words.say("free") : words.money(category.priceMinor()),
              words.rate(category.taxRate()),
              Long.toString(category.issued()),
              Long.toString(category.voided()),
              words.money(category.receiptsMinor()),
              words.money(category.taxMinor())));
    }
    paper.table(
        columns,
        rows,
        List.of(
            words.say("sum"),
            "",
            "",
            "",
            Long.toString(statement.issued()),
            Long.toString(statement.voided()),
            words.money(statement.receiptsMinor()),
            words.money(statement.taxMinor())));
    paper.text(words.say("comps", statement.comps()));
    addBeside(statement.beside(), paper);
  }

  private void addBeside(List<Beside> beside, Paper paper) {
    if (beside.isEmpty()) {
      return;
    }
    paper.text(words.say("besideReceipts"));
    List<Column> columns =
        List.of(
            new Column(words.say("what"), 0.52f, false),
            new Column(words.say("rate"), 0.12f, true),
            new Column(words.say("gross"), 0.18f, true),
            new Column(words.say("tax"), 0.18f, true));
    List<List<String>> rows = new ArrayList<>();
    for (Beside line : beside) {
      String name = line.name();
      rows.add(
          List.of(
              name == null ? words.say("product." + line.product()) : name,
              words.rate(line.taxRate()),
              words.money(line.grossMinor()),
              words.money(line.taxMinor())));
    }
    paper.table(
        columns,
        rows,
        List.of(
            words.say("sum"),
            "",
            words.money(beside.stream().mapToLong(Beside::grossMinor).sum()),
            words.money(beside.stream().mapToLong(Beside::taxMinor).sum())));
  }

  private void begin(Paper paper, String title) {
    paper.text(organisation.legalName());
    String siren = organisation.siren();
    if (siren != null) {
      paper.text("SIREN " + siren);
    }
    paper.heading(title);
  }

  private String period(ListedClosing closing) {
    String to = words.day(closing.to());
    return closing.from().equals(closing.to()) ? to : words.day(closing.from()) + " – " + to;
  }

  private String time(Instant at, String zone) {
    return words.time(at, ZoneId.of(zone));
  }
}
