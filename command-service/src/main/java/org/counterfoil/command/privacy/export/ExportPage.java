package org.counterfoil.command.privacy.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.counterfoil.command.privacy.export.ExportedOrder.ExportedPayment;
import org.counterfoil.command.privacy.export.ExportedOrder.ExportedTicket;
import org.counterfoil.command.privacy.export.PersonExport.Answered;
import org.counterfoil.command.privacy.export.PersonExport.ErasedValues;
import org.counterfoil.command.privacy.export.PersonExport.ExportedValue;
import org.counterfoil.command.privacy.register.NoticeTexts;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.jspecify.annotations.Nullable;

/** What is kept of a person, as a page that it can read: without script, to print or to keep. */
final class ExportPage {

  /** In French where that is wanted first, else in English. */
  byte[] of(PersonExport export, @Nullable String acceptLanguage) {
    boolean isFrench = String.valueOf(acceptLanguage).startsWith("fr");
    NoticeTexts texts = NoticeTexts.in(new LanguageTag(isFrench ? "fr" : "en"));
    ExportFormats formats = new ExportFormats(isFrench, export.timeZone());
    ExportTables page =
        new ExportTables(isFrench ? "fr" : "en", texts, "export.title", export.controller());
    ExportedReasons reasons = new ExportedReasons(export, texts, formats);
    reasons.about(page);
    page.table(
        "export.values",
        List.of(
            "export.field",
            "export.value",
            "export.purpose",
            "export.told",
            "export.kept",
            "export.recipients"),
        export.values().stream().map(one -> value(one, texts, formats)).toList());
    page.table(
        "export.consents",
        List.of("export.purpose", "export.answer", "export.at"),
        export.consents().stream().map(one -> consent(one, texts, formats)).toList());
    reasons.uses(page);
    page.table(
        "export.erased",
        List.of("export.purpose", "export.at", "export.reason"),
        export.erased().stream().map(one -> erased(one, texts, formats)).toList());
    page.table(
        "export.orders",
        List.of(
            "export.order",
            "export.at",
            "export.performance",
            "export.tickets",
            "export.payments",
            "export.total"),
        export.orders().stream().map(one -> order(one, texts, formats)).toList());
    reasons.texts(page);
    return page.end().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> value(ExportedValue one, NoticeTexts texts, ExportFormats formats) {
    String source =
        one.source() == null
            ? ""
            : "\n" + texts.message("export.source").replace("{source}", one.source().value());
    return List.of(
        texts.message("label." + one.field().name()),
        one.value(),
        name(one.purpose(), one.purposeName(), texts)
            + "\n"
            + texts.message("lawful." + one.lawfulBasis().value()),
        formats.moment(one.capturedAt())
            + "\n"
            + texts.message("door." + one.door().name())
            + source,
        texts.period(one.retention()),
        one.recipients().stream().map(PublicLabel::value).collect(Collectors.joining("\n")));
  }

  /** What a purpose is called, for who reads of it; its key where it is declared no more. */
  static String name(PurposeKey purpose, @Nullable PublicLabel declared, NoticeTexts texts) {
    return declared == null ? purpose.value() : texts.nameOf(purpose, declared).value();
  }

  private static List<String> consent(Answered one, NoticeTexts texts, ExportFormats formats) {
    return List.of(
        name(one.purpose(), one.purposeName(), texts),
        texts.message("answer." + one.what())
            + (one.source() == null
                ? ""
                : "\n" + texts.message("export.source").replace("{source}", one.source().value())),
        formats.moment(one.at()));
  }

  private static List<String> erased(ErasedValues one, NoticeTexts texts, ExportFormats formats) {
    return List.of(
        name(one.purpose(), one.purposeName(), texts),
        formats.moment(one.at()),
        texts.message("erasure." + one.reason().name()));
  }

  private static List<String> order(ExportedOrder one, NoticeTexts texts, ExportFormats formats) {
    String performance =
        one.title() == null || one.startsAt() == null
            ? ""
            : one.title() + "\n" + formats.moment(one.startsAt());
    return List.of(
        one.orderId().toString(),
        formats.moment(one.placedAt()),
        performance,
        one.tickets().stream()
            .map(ticket -> ticket(ticket, one.currency(), texts, formats))
            .collect(Collectors.joining("\n")),
        one.payments().stream()
            .map(payment -> payment(payment, one.currency(), texts, formats))
            .collect(Collectors.joining("\n")),
        total(one, texts, formats));
  }

  private static String ticket(
      ExportedTicket ticket, String currency, NoticeTexts texts, ExportFormats formats) {
    StringBuilder line = new StringBuilder();
    if (ticket.ticketNumber() != null) {
      line.append(texts.message("export.number")).append(ticket.ticketNumber()).append(", ");
    }
    line.append(ticket.seatId() == null ? ticket.area() : ticket.seatId())
        .append(", ")
        .append(ticket.priceTypeName())
        .append(", ")
        .append(formats.money(ticket.faceValueMinor(), currency));
    if (ticket.isVoid()) {
      line.append(", ").append(texts.message("export.void"));
    }
    if (ticket.isTransferred()) {
      line.append(", ").append(texts.message("export.transferred"));
    }
    if (ticket.admittedAt() != null) {
      line.append(", ")
          .append(texts.message("export.admitted"))
          .append(' ')
          .append(formats.moment(ticket.admittedAt()));
    }
    return line.toString();
  }

  private static String payment(
      ExportedPayment payment, String currency, NoticeTexts texts, ExportFormats formats) {
    String provider = payment.provider() == null ? "" : " (" + payment.provider() + ")";
    return texts.message("method", payment.method().value())
        + provider
        + ", "
        + formats.money(payment.amountMinor(), currency)
        + ", "
        + texts.message("payment." + payment.state().name());
  }

  private static String total(ExportedOrder one, NoticeTexts texts, ExportFormats formats) {
    if (one.totalMinor() == null || one.refundedMinor() == null) {
      return texts.message("role." + one.role().name());
    }
    String total = formats.money(one.totalMinor(), one.currency());
    return one.refundedMinor() == 0
        ? total
        : total
            + "\n"
            + texts.message("export.refunded")
            + ' '
            + formats.money(one.refundedMinor(), one.currency());
  }
}
