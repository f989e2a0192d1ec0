package org.counterfoil.crowd.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to be sent, immutable.
 *
 * @param path with the query, encoded
 * @param headers complete lines
 * @param body empty where there is none
 */
public record Request(String method, String path, List<String> headers, String body) {

  public Request {
    headers = List.copyOf(headers);
  }

  public static Request get(String path) {
    return new Request("GET", path, List.of(), "");
  }

  public static Request delete(String path) {
    return new Request("DELETE", path, List.of(), "");
  }

  /** JSON to be posted. */
  public static Request post(String path, String json) {
    return new Request("POST", path, List.of(), json);
  }

  /**
   * The same with another header.
   *
   * @throws IllegalArgumentException where the value would break out of its line
   */
  public Request with(String name, String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "Expected printable characters in header " + name + ", but there are others");
    }
    List<String> more = new ArrayList<>(headers);
    more.add(name + ": " + value);
    return new Request(method, path, more, body);
  }

  byte[] bytes(String host, String basePath) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(basePath).append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (content.length > 0) {
      head.append("Content-Type: application/json\r\n");
    }
    if (content.length > 0 || method.equals("POST")) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + content.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return all;
  }
}
