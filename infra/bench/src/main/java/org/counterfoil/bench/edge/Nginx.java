package org.counterfoil.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Programs;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Stage;

/** The peer: nginx, as Debian packs it, serves a file that never changes, from memory. */
final class Nginx implements Contender {

  private static final String FILE = "availability.json";
  private static final Duration START = Duration.ofSeconds(10);
  private static final int PAUSE_MILLIS = 50;

  private final Stage stage;
  private final Wrk wrk;
  private final Path program;
  private final int connections;
  private final int size;
  private final int port;
  private final Process process;

  /**
   * Starts it.
   *
   * @param body what is served
   */
  Nginx(Stage stage, Wrk wrk, Path program, int connections, byte[] body) throws Exception {
    this.stage = stage;
    this.wrk = wrk;
    this.program = program;
    this.connections = connections;
    this.size = body.length;
    this.port = freePort();
    Path folder = Files.createDirectories(stage.settings().folder().resolve("nginx"));
    Files.write(folder.resolve(FILE), body);
    Files.writeString(folder.resolve("nginx.conf"), configuration(folder));
    this.process =
        new ProcessBuilder(
                program.toString(), "-p", folder.toString(), "-c", folder + "/nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    awaitStart();
  }

  /** Where it is installed: as a daemon's program it is not on everybody's path. */
  static Optional<Path> installed() {
    return Stream.concat(Programs.onPath("nginx").stream(), Stream.of(Path.of("/usr/sbin/nginx")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private String configuration(Path folder) {
    String user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
    return user
        + """
        daemon off;
        worker_processes auto;
        pid nginx.pid;
        error_log stderr warn;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          open_file_cache max=16;
          keepalive_requests 1000000000;
          default_type application/json;
          server { listen 127.0.0.1:%d; root %s; }
        }
        """
            .formatted(port, folder);
  }

  private void awaitStart() throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!isListening()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("Expected nginx to start, but it did not: see nginx.log");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String name() {
    return "nginx, a static file of %,d bytes, %d connections".formatted(size, connections);
  }

  @Override
  public String version() {
    String said = Programs.output(List.of(program.toString(), "-v"), Map.of()).strip();
    return said.substring(said.lastIndexOf('/') + 1);
  }

  @Override
  public Round round(Duration time) throws Exception {
    Cpu cpu = Cpu.now(stage.postgres());
    Duration served = served();
    Wrk.Done done =
        wrk.run("gets.lua", "http://127.0.0.1:" + port, connections, time, List.of("/" + FILE));
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    List<String> faults =
        done.refused() + done.broken() == 0
            ? List.of()
            : List.of("Expected every request to be answered, but got " + done);
    return new Round(
        done.acknowledged(),
        done.elapsed(),
        new Cpu(served().minus(served), used.postgres(), used.programs()),
        faults);
  }

  /** Processor time of its workers. */
  private Duration served() {
    return process
        .descendants()
        .map(worker -> worker.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
