package org.counterfoil.crowd.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection, one request at a time. It reads what HTTP/1.1 servers answer (RFC 9112): a length
 * or chunks, and no body with 204 and 304.
 */
final class Link implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int LONGEST_LINE = 16_384;

  private final Socket socket;
  private final InputStream in;
  private final String host;
  private boolean staysOpen = true;

  private Link(Socket socket, String host) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 8_192);
    this.host = host;
  }

  static Link open(URI base) throws IOException {
    boolean isSecure = "https".equals(base.getScheme());
    int port = base.getPort() >= 0 ? base.getPort() : isSecure ? 443 : 80;
    Socket socket = isSecure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress(base.getHost(), port), TIMEOUT_MILLIS);
      return new Link(socket, base.getAuthority());
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  void send(Request request, String basePath) throws IOException {
    socket.getOutputStream().write(request.bytes(host, basePath));
  }

  Answer receive() throws IOException {
    String statusLine = line();
    String[] parts = statusLine.split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5][0-9]{2}")) {
      throw new IOException("Expected a status line of HTTP/1.1, but it is \"" + statusLine + '"');
    }
    int status = Integer.parseInt(parts[1]);
    Map<String, String> headers = headers();
    staysOpen = !"close".equalsIgnoreCase(headers.get("connection"));
    return new Answer(status, headers, body(status, headers));
  }

  /** Whether another request may follow. */
  boolean staysOpen() {
    return staysOpen;
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private Answer.Body body(int status, Map<String, String> headers) throws IOException {
    if (status == 204 || status == 304) {
      return Answer.Body.EMPTY;
    }
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return new Answer.Body(chunks());
    }
    String length = headers.get("content-length");
    if (length == null) {
      staysOpen = false;
      return new Answer.Body(in.readAllBytes());
    }
    return new Answer.Body(exactly(Integer.parseInt(length)));
  }

  private byte[] chunks() throws IOException {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    while (true) {
      String size = line();
      int extension = size.indexOf(';');
      int length = Integer.parseInt(extension < 0 ? size : size.substring(0, extension), 16);
      if (length == 0) {
        headers(); // trailers say nothing to us
        return all.toByteArray();
      }
      all.write(exactly(length));
      line();
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("Expected " + length + " bytes, but got " + bytes.length);
    }
    return bytes;
  }

  private String line() throws IOException {
    byte[] bytes = new byte[128];
    int count = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Expected a line, but the connection ended");
      }
      if (count == LONGEST_LINE) {
        throw new IOException("Expected lines of at most " + LONGEST_LINE + " bytes");
      }
      if (count == bytes.length) {
        bytes = java.util.Arrays.copyOf(bytes, 2 * count);
      }
      bytes[count++] = (byte) next;
    }
    int length = count > 0 && bytes[count - 1] == '\r' ? count - 1 : count;
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
