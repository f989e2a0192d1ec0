package org.counterfoil.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports on the loopback interface.
 *
 * <p>Ports come from below the range the kernel takes for outgoing connections. Inside that range a
 * restarting server can lose its port to any outgoing connection, and a pool that reconnects to a
 * closed port can even connect to itself.
 */
final class Ports {
  private static final Path EPHEMERAL_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final int USUAL_EPHEMERAL_START = 32_768;
  private static final int SPAN = 12_000;
  private static final int LOWEST = 10_240;
  private static final int ATTEMPTS = 200;

  private Ports() {}

  static int free() {
    int end = ephemeralStart();
    int start = Math.max(LOWEST, end - SPAN);
    for (int i = 0; i < ATTEMPTS && start < end; i++) {
      int port = ThreadLocalRandom.current().nextInt(start, end);
      if (isFree(port)) {
        return port;
      }
    }
    return anyFree();
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // Servers set SO_REUSEADDR too: connections in TIME_WAIT do not make a port unusable.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedServerException("Expected a free port on 127.0.0.1, but found none", e);
    }
  }

  /**
   * Read in one go: this file answers a second read with nothing, and {@code Files.readString}
   * begins with a single byte, because the file claims to be empty.
   */
  static int ephemeralStart() {
    try (BufferedReader reader = Files.newBufferedReader(EPHEMERAL_RANGE)) {
      String line = reader.readLine();
      return line == null ? USUAL_EPHEMERAL_START : Integer.parseInt(line.strip().split("\\s+")[0]);
    } catch (IOException | NumberFormatException e) {
      return USUAL_EPHEMERAL_START; // not readable in some sandboxes: the kernel's default
    }
  }
}
