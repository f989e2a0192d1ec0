package org.counterfoil.query.table;

import java.util.List;

/** The parts of a spreadsheet (ECMA-376) that are the same whatever is in its cells. */
final class SheetParts {

  /** In {@link #STYLES}. */
  static final int DAY_STYLE = 4;

  /** In the same: sentences, broken into lines. */
  static final int PROSE_STYLE = 5;

  static final String SHEET_BEGIN =
      """
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>\
      <sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" \
      state="frozen"/></sheetView></sheetViews><cols>%s</cols><sheetData>
      """;

  static final String SHEET_END = "</sheetData></worksheet>\n";

  /** Plain; head; amounts with two decimals; amounts without any; days; sentences. */
  static final String STYLES =
      """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
      <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="6">\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
      <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">\
      <alignment vertical="top" wrapText="1"/></xf>\
      </cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
      </styleSheet>
      """;

  static final String RELATIONS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="xl/workbook.xml"/></Relationships>
      """;

  private SheetParts() {}

  /**
   * How wide the columns are, in characters. Rows are written as they are read, so that nobody
   * knows the longest cell beforehand: what is in a column, its name tells.
   */
  static String columns(List<String> names) {
    StringBuilder all = new StringBuilder();
    for (int column = 1; column <= names.size(); column++) {
      all.append(
          "<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
              .formatted(column, width(names.get(column - 1))));
    }
    return all.toString();
  }

  private static int width(String column) {
    return switch (column) {
      case "label", "content" -> 60;
      case "heading", "short" -> 30;
      case "accountLabel", "title", "production", "venue", "priceTypeName" -> 36;
      case "performanceId", "orderId", "cause" -> 38;
      case "actor" -> 54;
      case "startsAt", "recordedAt", "validatedAt" -> 28;
      case "settledReceivables", "perpetualAbsolute", "perpetualTotal", "kind" -> 20;
      case "journal", "rate", "taxRate", "currency", "number", "issued", "voided" -> 10;
      default -> 14;
    };
  }

  static int amountStyle(int decimals) {
    return switch (decimals) {
      case 0 -> 3;
      case 2 -> 2;
      default -> 0;
    };
  }

  static String workbook(List<String> titles) {
    StringBuilder all = new StringBuilder();
    for (int sheet = 1; sheet <= titles.size(); sheet++) {
      all.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(
                  SheetWriter.escaped(titles.get(sheet - 1)).replace("\"", "&quot;"),
                  sheet,
                  sheet));
    }
    return """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <sheets>%s</sheets></workbook>
        """
        .formatted(all);
  }

  static String workbookRelations(int sheets) {
    StringBuilder all = new StringBuilder();
    for (int sheet = 1; sheet <= sheets; sheet++) {
      all.append(relation(sheet, "worksheet", "worksheets/sheet" + sheet + ".xml"));
    }
    all.append(relation(sheets + 1, "styles", "styles.xml"));
    return """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s\
        </Relationships>
        """
        .formatted(all);
  }

  private static String relation(int id, String type, String target) {
    return """
        <Relationship Id="rId%d" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" \
        Target="%s"/>\
        """
        .formatted(id, type, target);
  }

  static String contentTypes(int sheets) {
    StringBuilder all = new StringBuilder();
    for (int sheet = 1; sheet <= sheets; sheet++) {
      all.append(override("/xl/worksheets/sheet" + sheet + ".xml", "worksheet"));
    }
    return """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>%s%s%s</Types>
        """
        .formatted(
            override("/xl/workbook.xml", "sheet.main"), override("/xl/styles.xml", "styles"), all);
  }

  private static String override(String part, String type) {
    return """
        <Override PartName="%s" \
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml"/>\
        """
        .formatted(part, type);
  }
}
