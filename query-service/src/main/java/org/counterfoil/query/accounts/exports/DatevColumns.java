package org.counterfoil.query.accounts.exports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.query.accounts.exports.DatevExport.Addressee;

/** The head and the 125 columns of DATEV's "Buchungsstapel", format version 13. */
final class DatevColumns {

  static final int AMOUNT = 0;
  static final int SIDE = 1;
  static final int CURRENCY = 2;
  static final int ACCOUNT = 6;
  static final int CONTRA_ACCOUNT = 7;
  static final int DAY = 9;
  static final int PIECE = 10;
  static final int SECOND_PIECE = 11;
  static final int TEXT = 13;
  static final int IS_FINAL = 113;

  private static final List<String> NAMES = all();

  private DatevColumns() {}

  static String names() {
    return String.join(";", NAMES);
  }

  static String[] empty() {
    String[] cells = new String[NAMES.size()];
    Arrays.fill(cells, "");
    return cells;
  }

  /** The time of making is that of the last day, so that equal files have equal bytes. */
  static String header(Addressee addressee, LocalDate from, LocalDate to, int length) {
    return String.join(
        ";",
        "\"EXTF\"",
        "700",
        "21",
        "\"Buchungsstapel\"",
        "13",
        DatevExport.date(to) + "000000000",
        "",
        "\"CF\"",
        "\"\"",
        "\"\"",
        Integer.toString(addressee.consultant()),
        Integer.toString(addressee.client()),
        DatevExport.date(addressee.yearBegins()),
        Integer.toString(length),
        DatevExport.date(from),
        DatevExport.date(to),
        "\"Counterfoil\"",
        "\"\"",
        "1",
        "0",
        "1",
        quoted(addressee.currency().getCurrencyCode(), 3),
        "",
        "\"\"",
        "",
        "",
        "\"\"",
        "",
        "",
        "\"\"",
        "\"\"");
  }

  /** Quotation marks are doubled, control characters blanks; what is too long is cut. */
  static String quoted(String text, int most) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    String cut = clean.length() > most ? clean.substring(0, most) : clean;
    return '"' + cut.replace("\"", "\"\"") + '"';
  }

  private static List<String> all() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "Umsatz (ohne Soll/Haben-Kz)",
                "Soll/Haben-Kennzeichen",
                "WKZ Umsatz",
                "Kurs",
                "Basis-Umsatz",
                "WKZ Basis-Umsatz",
                "Konto",
                "Gegenkonto (ohne BU-Schlüssel)",
                "BU-Schlüssel",
                "Belegdatum",
                "Belegfeld 1",
                "Belegfeld 2",
                "Skonto",
                "Buchungstext",
                "Postensperre",
                "Diverse Adressnummer",
                "Geschäftspartnerbank",
                "Sachverhalt",
                "Zinssperre",
                "Beleglink"));
    for (int info = 1; info <= 8; info++) {
      names.add("Beleginfo - Art " + info);
      names.add("Beleginfo - Inhalt " + info);
    }
    names.addAll(
        List.of(
            "KOST1 - Kostenstelle",
            "KOST2 - Kostenstelle",
            "Kost-Menge",
            "EU-Land u. UStID (Bestimmung)",
            "EU-Steuersatz (Bestimmung)",
            "Abw. Versteuerungsart",
            "Sachverhalt L+L",
            "Funktionsergänzung L+L",
            "BU 49 Hauptfunktionstyp",
            "BU 49 Hauptfunktionsnummer",
            "BU 49 Funktionsergänzung"));
    for (int more = 1; more <= 20; more++) {
      names.add("Zusatzinformation - Art " + more);
      names.add("Zusatzinformation- Inhalt " + more);
    }
    names.addAll(
        List.of(
            "Stück",
            "Gewicht",
            "Zahlweise",
            "Forderungsart",
            "Veranlagungsjahr",
            "Zugeordnete Fälligkeit",
            "Skontotyp",
            "Auftragsnummer",
            "Buchungstyp",
            "USt-Schlüssel (Anzahlungen)",
            "EU-Land (Anzahlungen)",
            "Sachverhalt L+L (Anzahlungen)",
            "EU-Steuersatz (Anzahlungen)",
            "Erlöskonto (Anzahlungen)",
            "Herkunft-Kz",
            "Buchungs GUID",
            "KOST-Datum",
            "SEPA-Mandatsreferenz",
            "Skontosperre",
            "Gesellschaftername",
            "Beteiligtennummer",
            "Identifikationsnummer",
            "Zeichnernummer",
            "Postensperre bis",
            "Bezeichnung SoBil-Sachverhalt",
            "Kennzeichen SoBil-Buchung",
            "Festschreibung",
            "Leistungsdatum",
            "Datum Zuord. Steuerperiode",
            "Fälligkeit",
            "Generalumkehr (GU)",
            "Steuersatz",
            "Land",
            "Abrechnungsreferenz",
            "BVV-Position",
            "EU-Land u. UStID (Ursprung)",
            "EU-Steuersatz (Ursprung)",
            "Abw. Skontokonto"));
    return List.copyOf(names);
  }
}
