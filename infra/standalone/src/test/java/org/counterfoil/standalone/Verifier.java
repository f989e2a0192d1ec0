package org.counterfoil.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.eventstore.integrity.verify.VerifyCommand;

/** The verifier in a JVM of its own, as its command starts it. */
final class Verifier {

  private Verifier() {}

  /** What to start. */
  static String[] command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(VerifyCommand.class.getName());
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }
}
