package org.counterfoil.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a service is started as a process of its own: with this JVM's class path, and with the memory
 * and the collector that this JVM was given, which are those of the run command.
 */
public final class ServiceCommand {

  private static final List<String> OURS = List.of("-Xm", "-XX:+Use", "-XX:MetaspaceSize");

  private ServiceCommand() {}

  /** What runs the class; arguments are to be added. */
  public static List<String> of(Class<?> main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--sun-misc-unsafe-memory-access=allow");
    memory().forEach(command::add);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    return command;
  }

  private static Stream<String> memory() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> OURS.stream().anyMatch(argument::startsWith));
  }
}
