package org.counterfoil.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The ports Kafka listens on, on 127.0.0.1.
 *
 * @param broker for clients
 * @param controller for the broker's talk with itself
 */
record KafkaPorts(int broker, int controller) {
  /** The wanted port, or last time's, or a free one; remembered for next time. */
  static KafkaPorts choose(Path file, int wantedBroker) throws IOException {
    Properties last = read(file);
    int broker = wantedBroker == 0 ? lastOrFree(last, "broker", 0) : wantedBroker;
    KafkaPorts ports = new KafkaPorts(broker, lastOrFree(last, "controller", broker));
    ports.write(file);
    return ports;
  }

  private static int lastOrFree(Properties last, String name, int taken) {
    int port = number(last.getProperty(name, ""));
    while (port == 0 || port == taken || !Ports.isFree(port)) {
      port = Ports.free();
    }
    return port;
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  private void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("broker", Integer.toString(broker));
    properties.setProperty("controller", Integer.toString(controller));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }
}
