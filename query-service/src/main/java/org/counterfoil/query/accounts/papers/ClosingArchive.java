package org.counterfoil.query.accounts.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.query.accounts.closings.ListedClosing;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.reports.ReportName;
import org.counterfoil.query.accounts.reports.Reports;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.table.CsvWriter;
import org.counterfoil.query.table.Report;

/**
 * Everything of a closed period in one file of open formats, for those who must read it in ten
 * years (art. L102 B LPF). It is made from the books as they stood at the cut, so that it has the
 * same bytes whenever it is made: entries are stored and not compressed, for compressors differ,
 * and no clock is in it.
 */
final class ClosingArchive {

  /** What zip files call the beginning of time. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final List<ReportName> TABLES =
      List.of(
          ReportName.JOURNAL,
          ReportName.TRIAL_BALANCE,
          ReportName.VAT,
          ReportName.LEDGERS,
          ReportName.OPERATIONS,
          ReportName.RECEIPTS,
          ReportName.REVENUE);

  private final Reports reports;

  ClosingArchive(Reports reports) {
    this.reports = reports;
  }

  /** As it is saved. */
  static String fileName(ListedClosing closing) {
    return "counterfoil-%04d-%s-%s.zip"
        .formatted(
            closing.number(), closing.kind().toLowerCase(Locale.ROOT), closing.to().toString());
  }

  /**
   * Writes the archive.
   *
   * @param closing sealed, with its checkpoint
   */
  void write(OrganisationRow organisation, ListedClosing closing, OutputStream to)
      throws IOException {
    BooksScope scope = closing.scope(new OrganisationId(organisation.organisationId()));
    Currency currency = Currency.getInstance(organisation.currency());
    StringBuilder sums = new StringBuilder();
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (ReportName name : TABLES) {
        add(zip, sums, name.word() + ".csv", csv(reports.of(name, scope, currency)));
      }
      add(zip, sums, "closing.json", json(closing));
      add(zip, sums, "checkpoint.txt", utf8(String.valueOf(closing.checkpoint())));
      add(
          zip,
          sums,
          "cloture.pdf",
          new AccountingPapers(organisation, PaperWords.in("fr", organisation)).closing(closing));
      add(zip, sums, "LISEZMOI.txt", utf8(ArchiveDescription.of(organisation, closing)));
      put(zip, "SHA256SUMS", utf8(sums.toString()));
    }
  }

  private static void add(ZipOutputStream zip, StringBuilder sums, String name, byte[] content)
      throws IOException {
    put(zip, name, content);
    sums.append(sha256(content)).append("  ").append(name).append('\n');
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] csv(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      CsvWriter.write(report, writer);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected to write to memory", impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] json(ListedClosing closing) {
    return utf8(DomainJson.mapper().writeValueAsString(closing) + "\n");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Expected SHA-256 in every JDK, but it failed", missing);
    }
  }
}
