package org.counterfoil.command.privacy.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.counterfoil.command.privacy.register.NoticeTexts;
import org.counterfoil.domain.PublicLabel;
import org.springframework.web.util.HtmlUtils;

/** A page of tables, each under its heading; whatever is told is escaped. */
final class ExportTables {

  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}"
          + "section{overflow-x:auto}"
          + "table{border-collapse:collapse;width:100%}"
          + "th,td{text-align:left;vertical-align:top;border-bottom:1px solid #767676;padding:.4rem}"
          + "pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}"
          + "@media print{body{margin:0;max-width:none}section{overflow:visible}"
          + "thead{display:table-header-group}tr{break-inside:avoid}}";

  /** Lets a browser follow this style, and load nothing else. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final NoticeTexts texts;
  private final StringBuilder page = new StringBuilder(4_096);

  /**
   * Begins the page.
   *
   * @param title its message's key
   */
  ExportTables(String language, NoticeTexts texts, String title, PublicLabel lead) {
    this.texts = texts;
    page.append("<!doctype html><html lang=\"")
        .append(language)
        .append("\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .append(texts.message(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(texts.message(title))
        .append("</h1><p>")
        .append(escape(lead.value()))
        .append("</p>");
  }

  /**
   * Adds a table.
   *
   * @param title its message's key
   * @param headings the keys of its columns' messages
   */
  void table(String title, List<String> headings, List<List<String>> rows) {
    page.append("<section><h2>").append(texts.message(title)).append("</h2>");
    if (rows.isEmpty()) {
      page.append("<p>").append(texts.message("export.none")).append("</p></section>");
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
    page.append("</tbody></table></section>");
  }

  /**
   * Adds what is said under names of its own.
   *
   * @param title its message's key
   * @param facts each a name and what is said
   */
  void facts(String title, List<List<String>> facts) {
    page.append("<section><h2>").append(texts.message(title)).append("</h2><table><tbody>");
    for (List<String> fact : facts) {
      page.append("<tr><th scope=\"row\">")
          .append(escape(fact.getFirst()))
          .append("</th><td><pre>")
          .append(escape(fact.getLast()))
          .append("</pre></td></tr>");
    }
    page.append("</tbody></table></section>");
  }

  /**
   * Adds sentences.
   *
   * @param title its message's key
   */
  void paragraphs(String title, List<String> sentences) {
    page.append("<section><h2>").append(texts.message(title)).append("</h2>");
    sentences.forEach(one -> page.append("<p>").append(escape(one)).append("</p>"));
    page.append("</section>");
  }

  /** The whole page. */
  String end() {
    return page.append("</body></html>").toString();
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Expected SHA-256 in every Java, but it is missing", missing);
    }
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
  }
}
