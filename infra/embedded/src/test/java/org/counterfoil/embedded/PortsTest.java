package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  /** No outgoing connection can take such a port while its server restarts. */
  @Test
  void freePortsLieBelowThoseOfOutgoingConnections() {
    assertThat(Ports.ephemeralStart()).isGreaterThan(1_024);
    for (int i = 0; i < 20; i++) {
      assertThat(Ports.free()).isBetween(10_240, Ports.ephemeralStart() - 1);
    }
  }

  @Test
  void aPortInUseIsNotFree() throws Exception {
    int port = Ports.free();
    assertThat(Ports.isFree(port)).isTrue();
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
    }
  }
}
