package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM that starts PostgreSQL on a folder, adds a row, says so in a file and then lives
 * until it is killed or its time is up.
 */
final class ChildJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;

  private ChildJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static ChildJvm start(Path data, String row) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), data, row);
  }

  static ChildJvm start(List<String> prefix, String classPath, Path data, String row)
      throws IOException {
    Path output = Files.createTempFile("child-jvm", ".log");
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, ChildJvm.class.getName(), data.toString(), row));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ChildJvm(process, output);
  }

  /** What the child says once its row is committed: the server's process number. */
  long awaitPostmaster() {
    await().atMost(PATIENCE).until(() -> said().contains("postmaster=") || !process.isAlive());
    assertThat(said()).contains("postmaster=");
    return Long.parseLong(said().lines().reduce((a, b) -> b).orElseThrow().split("=")[1]);
  }

  String awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return said();
  }

  int exitValue() {
    return process.exitValue();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException, IOException {
    kill();
    Files.delete(output);
  }

  /** Arguments: the data folder and the row. */
  public static void main(String[] arguments) throws Exception {
    LocalPostgres postgres = LocalPostgres.start(Path.of(arguments[0]));
    Rows.in(postgres).add(arguments[1]);
    System.out.println("postmaster=" + postgres.pid());
    new CountDownLatch(1).await(5, TimeUnit.MINUTES);
  }
}
