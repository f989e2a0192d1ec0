package org.counterfoil.http.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Lets no answer out that nobody permitted: an endpoint that forgot to ask ends in an error before
 * its first byte is written.
 */
final class GuardedResponse extends HttpServletResponseWrapper {

  private final Access access;

  GuardedResponse(HttpServletResponse response, Access access) {
    super(response);
    this.access = access;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    access.requirePermitted(getStatus());
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    access.requirePermitted(getStatus());
    return super.getWriter();
  }

  @Override
  public void flushBuffer() throws IOException {
    access.requirePermitted(getStatus());
    super.flushBuffer();
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    access.requirePermitted(SC_FOUND);
    super.sendRedirect(location);
  }

  @Override
  public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
    access.requirePermitted(status);
    super.sendRedirect(location, status, clearBuffer);
  }
}
