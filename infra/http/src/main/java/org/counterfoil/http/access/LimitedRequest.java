package org.counterfoil.http.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that is larger than its route allows: at once where it says so, else on the way.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

  private final Access access;
  private @Nullable ServletInputStream body;

  LimitedRequest(HttpServletRequest request, Access access) {
    super(request);
    this.access = access;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      long limit = access.maxBodyBytes();
      if (getContentLengthLong() > limit) {
        throw tooLarge(limit);
      }
      body = new Limited(super.getInputStream(), limit, getContentLengthLong());
    }
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String encoding = getCharacterEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }

  static ProblemException tooLarge(long limit) {
    return Problem.of(
            ProblemCode.BODY_TOO_LARGE,
            "Expected a body of at most " + limit + " bytes, but it is larger")
        .exception();
  }

  private static final class Limited extends ServletInputStream {

    private final ServletInputStream in;
    private final long limit;
    private final long length;
    private long read;

    /**
     * @param length as the request says, -1 where it does not; at most the limit
     */
    Limited(ServletInputStream in, long limit, long length) {
      this.in = in;
      this.limit = limit;
      this.length = length;
    }

    /** In one piece of the right size, where the request says how long it is. */
    @Override
    public byte[] readAllBytes() throws IOException {
      if (length < 0) {
        return super.readAllBytes();
      }
      byte[] all = new byte[(int) length];
      int there = readNBytes(all, 0, all.length);
      return there == all.length ? all : Arrays.copyOf(all, there);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int some = in.read(into, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) {
      read += more;
      if (read > limit) {
        throw tooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
