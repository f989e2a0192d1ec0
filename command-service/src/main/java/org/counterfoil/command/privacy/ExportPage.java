package org.counterfoil.command.privacy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import org.counterfoil.command.privacy.PersonExport.Answered;
import org.counterfoil.command.privacy.PersonExport.ErasedValues;
import org.counterfoil.command.privacy.PersonExport.ExportedOrder;
import org.counterfoil.command.privacy.PersonExport.ExportedValue;
import org.counterfoil.domain.privacy.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What is kept of a person, as a page that it can read: without script, to print or to keep. */
final class ExportPage {

  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          + "table{border-collapse:collapse;width:100%}"
          + "th,td{text-align:left;vertical-align:top;border-bottom:1px solid #767676;padding:.4rem}"
          + "pre{white-space:pre-wrap;font:inherit;margin:0}";

  /** In French where that is wanted first, else in English. */
  byte[] of(PersonExport export, @Nullable String acceptLanguage) {
    boolean isFrench = String.valueOf(acceptLanguage).startsWith("fr");
    NoticeTexts texts = NoticeTexts.in(new LanguageTag(isFrench ? "fr" : "en"));
    StringBuilder page = new StringBuilder(4_096);
    page.append("<!doctype html><html lang=\"")
        .append(isFrench ? "fr" : "en")
        .append("\"><head><meta charset=\"utf-8\"><title>")
        .append(texts.message("export.title"))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(texts.message("export.title"))
        .append("</h1><p>")
        .append(escape(export.controller().value()))
        .append("</p>");
    values(page, export.values(), texts);
    rows(
        page,
        texts.message("export.consents"),
        List.of("export.purpose", "export.answer", "export.at"),
        export.consents().stream().map(one -> consent(one, texts)).toList(),
        texts);
    rows(
        page,
        texts.message("export.erased"),
        List.of("export.purpose", "export.at", "export.reason"),
        export.erased().stream().map(ExportPage::erased).toList(),
        texts);
    rows(
        page,
        texts.message("export.orders"),
        List.of("export.order", "export.at", "export.total"),
        export.orders().stream().map(ExportPage::order).toList(),
        texts);
    return page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void values(StringBuilder page, List<ExportedValue> values, NoticeTexts texts) {
    rows(
        page,
        texts.message("export.values"),
        List.of("export.field", "export.value", "export.purpose", "export.kept", "export.notice"),
        values.stream()
            .map(
                one ->
                    List.of(
                        texts.message("label." + one.field().name()),
                        one.value(),
                        one.purposeName() == null
                            ? one.purpose().value()
                            : one.purposeName().value(),
                        texts.period(one.retention()),
                        one.notice()))
            .toList(),
        texts);
  }

  private static List<String> consent(Answered one, NoticeTexts texts) {
    return List.of(
        one.purpose().value(), texts.message("answer." + one.what()), one.at().toString());
  }

  private static List<String> erased(ErasedValues one) {
    return List.of(one.purpose().value(), one.at().toString(), one.reason().name());
  }

  private static List<String> order(ExportedOrder one) {
    return List.of(
        one.orderId().toString(),
        one.placedAt().toString(),
        BigDecimal.valueOf(
                one.totalMinor(), Currency.getInstance(one.currency()).getDefaultFractionDigits())
            + " "
            + one.currency());
  }

  private static void rows(
      StringBuilder page,
      String title,
      List<String> headings,
      List<List<String>> rows,
      NoticeTexts texts) {
    page.append("<h2>").append(title).append("</h2>");
    if (rows.isEmpty()) {
      page.append("<p>").append(texts.message("export.none")).append("</p>");
      return;
    }
    page.append("<table><thead><tr>");
    headings.forEach(
        heading ->
            page.append("<th scope=\"col\">").append(texts.message(heading)).append("</th>"));
    page.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      page.append("<tr>");
      row.forEach(cell -> page.append("<td><pre>").append(escape(cell)).append("</pre></td>"));
      page.append("</tr>");
    }
    page.append("</tbody></table>");
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
  }
}
