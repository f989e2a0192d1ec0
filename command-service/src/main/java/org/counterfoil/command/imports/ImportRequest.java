package org.counterfoil.command.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.counterfoil.command.exchange.Fingerprint;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import tools.jackson.core.JacksonException;

/**
 * A request that brings a file: the mapping in a header, the file as it is as the body, so that
 * neither is written to a disk on the way.
 *
 * @param mapping with the hash of all that was sent
 */
record ImportRequest(Sent<ImportMapping> mapping, CsvFile file) {

  private static final MediaType CSV = new MediaType("text", "csv");
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"));

  static ImportRequest read(HttpServletRequest request)
      throws IOException, HttpMediaTypeNotSupportedException {
    Charset charset = charset(request.getContentType());
    ImportMapping mapping = mapping(request);
    byte[] bytes = request.getInputStream().readAllBytes();
    String all =
        Fingerprint.of(bytes)
            + '\n'
            + Objects.requireNonNullElse(request.getQueryString(), "")
            + '\n'
            + request.getContentType()
            + '\n'
            + request.getHeader(CheckedMapping.HEADER);
    return new ImportRequest(
        new Sent<>(mapping, Fingerprint.of(all.getBytes(StandardCharsets.UTF_8))),
        CsvFile.read(bytes, charset));
  }

  private static ImportMapping mapping(HttpServletRequest request) {
    String header = request.getHeader(CheckedMapping.HEADER);
    if (header == null) {
      throw Problem.invalid(
              CheckedMapping.HEADER,
              "Expected the header with what columns mean, but it is missing")
          .exception();
    }
    try {
      return DomainJson.mapper().readValue(utf8(header), ImportMapping.class);
    } catch (JacksonException wrong) {
      throw new HttpMessageNotReadableException(
          "Expected JSON", wrong, new ServletServerHttpRequest(request));
    }
  }

  /** Servers read headers as ISO-8859-1; whoever writes an é in one has written UTF-8. */
  static String utf8(String header) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try {
      return decoder
          .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException another) {
      return header;
    }
  }

  private static Charset charset(@Nullable String contentType)
      throws HttpMediaTypeNotSupportedException {
    MediaType sent;
    try {
      sent =
          contentType == null
              ? MediaType.APPLICATION_OCTET_STREAM
              : MediaType.parseMediaType(contentType);
    } catch (InvalidMediaTypeException nonsense) {
      throw new HttpMediaTypeNotSupportedException(nonsense.getMessage(), List.of(CSV));
    }
    if (!CSV.equalsTypeAndSubtype(sent)) {
      throw new HttpMediaTypeNotSupportedException(sent, List.of(CSV));
    }
    Charset charset = sent.getCharset() == null ? StandardCharsets.UTF_8 : sent.getCharset();
    if (!CHARSETS.contains(charset)) {
      throw new HttpMediaTypeNotSupportedException(sent, List.of(CSV));
    }
    return charset;
  }
}
