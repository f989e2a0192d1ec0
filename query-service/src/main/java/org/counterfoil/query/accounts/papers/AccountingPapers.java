package org.counterfoil.query.accounts.papers;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.counterfoil.query.accounts.closings.ListedClosing;
import org.counterfoil.query.accounts.papers.Paper.Column;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.statements.StatementOfReceipts;

/** Closings and statements of receipts as an accountant files them, in French or English. */
final class AccountingPapers {

  private static final char NO_BREAK_SPACE = '\u00a0';

  private final OrganisationRow organisation;
  private final ResourceBundle words;
  private final Locale locale;
  private final DateTimeFormatter days;
  private final DateTimeFormatter times;

  AccountingPapers(OrganisationRow organisation, Locale locale) {
    this.organisation = organisation;
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "org.counterfoil.query.accounts.papers.paper",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    boolean isFrench = locale.getLanguage().equals("fr");
    this.days = DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy" : "d MMM yyyy", locale);
    this.times =
        DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy HH:mm" : "d MMM yyyy, HH:mm", locale);
  }

  /** A closing with its totals and the checkpoint that it stands on. */
  byte[] closing(ListedClosing closing) {
    String title = say("closing", closing.number(), say("kind." + closing.kind()), period(closing));
    try (Paper paper =
        new Paper(title, closing.position(), closing.startedAt(), locale.getLanguage())) {
      begin(paper, title);
      paper.text(
          say(
              "closedAt",
              time(closing.startedAt(), organisation.timeZone()),
              say(closing.isAutomatic() ? "automatic" : "asked")));
      paper.subheading(say("totals"));
      List<Column> sums =
          List.of(new Column("", 0.7f, false), new Column(closing.currency(), 0.3f, true));
      paper.table(
          sums,
          List.of(
              List.of(say("total"), money(closing.totalMinor())),
              List.of(say("periodTotal"), money(closing.periodTotalMinor())),
              List.of(say("perpetualTotal"), money(closing.perpetualTotalMinor())),
              List.of(say("perpetualAbsolute"), money(closing.perpetualAbsoluteMinor()))),
          null);
      paper.subheading(say("byRate"));
      paper.table(
          amounts(say("rate")),
          closing.byRate().stream()
              .map(line -> amounts(rate(line.rate()), line.netMinor(), line.taxMinor()))
              .toList(),
          amounts(
              say("sum"),
              closing.byRate().stream().mapToLong(ListedClosing.RateLine::netMinor).sum(),
              closing.byRate().stream().mapToLong(ListedClosing.RateLine::taxMinor).sum()));
      paper.subheading(say("byMethod"));
      paper.table(
          List.of(new Column(say("method"), 0.5f, false), new Column(say("received"), 0.5f, true)),
          closing.byMethod().stream()
              .map(line -> List.of(method(line.method()), money(line.amountMinor())))
              .toList(),
          List.of(
              say("sum"),
              money(
                  closing.byMethod().stream()
                      .mapToLong(ListedClosing.MethodLine::amountMinor)
                      .sum())));
      paper.subheading(say("checkpoint"));
      paper.note(say("checkpointNote", Long.toString(closing.position())));
      paper.note(closing.checkpoint() == null ? say("noCheckpoint") : closing.checkpoint());
      paper.note(say("rounding"));
      return paper.toBytes();
    }
  }

  /** Statements of receipts, one after the other. */
  byte[] statements(List<StatementOfReceipts> statements, Instant now, long reached) {
    try (Paper paper = new Paper(say("statements"), reached, now, locale.getLanguage())) {
      begin(paper, say("statements"));
      paper.text(say("printedAt", time(now, organisation.timeZone()), Long.toString(reached)));
      if (statements.isEmpty()) {
        paper.text(say("nothing"));
      }
      for (StatementOfReceipts statement : statements) {
        add(statement, paper);
      }
      paper.note(say("rounding"));
      return paper.toBytes();
    }
  }

  private void add(StatementOfReceipts statement, Paper paper) {
    paper.subheading(
        statement.production() + ", " + time(statement.startsAt(), statement.timeZone()));
    LocalDate day = statement.day();
    paper.text(
        say("venue", statement.venue(), statement.capacity())
            + (day == null ? "" : " " + say("ofDay", days.format(day))));
    List<Column> columns =
        List.of(
            new Column(say("zone"), 0.16f, false),
            new Column(say("priceType"), 0.2f, false),
            new Column(say("price"), 0.11f, true),
            new Column(say("rate"), 0.08f, true),
            new Column(say("issued"), 0.09f, true),
            new Column(say("voided"), 0.1f, true),
            new Column(say("receipts"), 0.15f, true),
            new Column(say("tax"), 0.11f, true));
    List<List<String>> rows = new ArrayList<>();
    for (StatementOfReceipts.Category category : statement.categories()) {
      rows.add(
          List.of(
              category.zone(),
              category.priceTypeName(),
              category.isComp() ? say("free") : money(category.priceMinor()),
              rate(category.taxRate()),
              Long.toString(category.issued()),
              Long.toString(category.voided()),
              money(category.receiptsMinor()),
              money(category.taxMinor())));
    }
    paper.table(
        columns,
        rows,
        List.of(
            say("sum"),
            "",
            "",
            "",
            Long.toString(statement.issued()),
            Long.toString(statement.voided()),
            money(statement.receiptsMinor()),
            money(statement.taxMinor())));
    paper.text(say("comps", statement.comps()));
  }

  private void begin(Paper paper, String title) {
    paper.text(organisation.legalName());
    String siren = organisation.siren();
    if (siren != null) {
      paper.text("SIREN " + siren);
    }
    paper.heading(title);
  }

  private List<Column> amounts(String first) {
    return List.of(
        new Column(first, 0.25f, false),
        new Column(say("net"), 0.25f, true),
        new Column(say("tax"), 0.25f, true),
        new Column(say("gross"), 0.25f, true));
  }

  private List<String> amounts(String first, long netMinor, long taxMinor) {
    return List.of(first, money(netMinor), money(taxMinor), money(netMinor + taxMinor));
  }

  private String period(ListedClosing closing) {
    String to = days.format(closing.to());
    return closing.from().equals(closing.to()) ? to : days.format(closing.from()) + " – " + to;
  }

  private String time(Instant at, String zone) {
    return times.format(at.atZone(ZoneId.of(zone)));
  }

  private String rate(String rate) {
    return rate.replace('.', symbols().getDecimalSeparator()) + NO_BREAK_SPACE + "%";
  }

  private String money(long minor) {
    int digits = Currency.getInstance(organisation.currency()).getDefaultFractionDigits();
    DecimalFormat format = new DecimalFormat("#,##0" + decimals(digits), symbols());
    return format.format(BigDecimal.valueOf(minor, digits));
  }

  private static String decimals(int digits) {
    return digits == 0 ? "" : "." + "0".repeat(digits);
  }

  private DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    if (locale.getLanguage().equals("fr")) {
      symbols.setDecimalSeparator(',');
      symbols.setGroupingSeparator(NO_BREAK_SPACE);
    }
    return symbols;
  }

  private String method(String method) {
    try {
      return words.getString("method." + method);
    } catch (MissingResourceException own) {
      return method;
    }
  }

  private String say(String key, Object... values) {
    String text = words.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }
}
