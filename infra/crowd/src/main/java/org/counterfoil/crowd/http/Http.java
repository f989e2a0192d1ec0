package org.counterfoil.crowd.http;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/**
 * Sends requests over connections that are kept and used again, no more than so many at once; made
 * for virtual threads, which wait for an answer without taking a processor.
 */
public final class Http implements AutoCloseable {

  private final URI base;
  private final String basePath;
  private final Semaphore free;
  private final Deque<Link> idle = new ArrayDeque<>();

  /**
   * Prepares; nothing is connected yet.
   *
   * @param base scheme, host, port and maybe a path before every path
   * @param connections how many requests may be under way at once
   * @throws IllegalArgumentException where the base has no host, or a scheme other than http, https
   */
  public Http(URI base, int connections) {
    boolean isHttp = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!isHttp || base.getHost() == null) {
      throw new IllegalArgumentException(
          "Expected an address such as http://localhost:8080, but it is " + base);
    }
    String path = base.getRawPath();
    this.base = base;
    this.basePath = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    this.free = new Semaphore(connections);
  }

  /**
   * Sends and waits for the answer. A kept connection that the server has closed meanwhile is
   * replaced; else nothing is sent twice.
   *
   * @throws IOException where no answer came: nobody knows whether it was done
   */
  public Answer send(Request request) throws IOException, InterruptedException {
    free.acquire();
    try {
      Link kept = kept();
      if (kept != null) {
        try {
          return exchange(kept, request);
        } catch (java.net.SocketException | java.io.EOFException closedMeanwhile) {
          kept.close();
          if (!request.method().equals("GET")) {
            throw closedMeanwhile;
          }
        }
      }
      return exchange(Link.open(base), request);
    } finally {
      free.release();
    }
  }

  /** Sends, and goes away without waiting for the answer. */
  public void sendAndLeave(Request request) throws IOException, InterruptedException {
    free.acquire();
    try (Link link = Link.open(base)) {
      link.send(request, basePath);
    } finally {
      free.release();
    }
  }

  private Answer exchange(Link link, Request request) throws IOException {
    boolean isAnswered = false;
    try {
      link.send(request, basePath);
      Answer answer = link.receive();
      isAnswered = link.staysOpen();
      return answer;
    } finally {
      if (isAnswered) {
        keep(link);
      } else {
        link.close();
      }
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Link kept() {
    return idle.pollFirst();
  }

  private synchronized void keep(Link link) {
    idle.addFirst(link);
  }

  @Override
  public synchronized void close() throws IOException {
    for (Link link : idle) {
      link.close();
    }
    idle.clear();
  }
}
