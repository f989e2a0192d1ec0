package org.counterfoil.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Where everything durable of one machine is: PostgreSQL's files, passwords, keys.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {

  private static final String DRIVEN = "clock-was-driven";
  private static final String PROPERTY = "counterfoil.data";
  private static final String VARIABLE = "COUNTERFOIL_DATA";

  /** As {@code --counterfoil.data}, the system property or {@code COUNTERFOIL_DATA} say. */
  static DataFolder named(String... args) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.addFirst(new SimpleCommandLinePropertySource(args));
    String path = environment.getProperty(PROPERTY, environment.getProperty(VARIABLE, "data"));
    return new DataFolder(Path.of(path).toAbsolutePath().normalize());
  }

  DataFolder(String path) {
    this(Path.of(path));
  }

  /** Whether nothing was ever kept here. */
  public boolean isNew() {
    return !Files.exists(path.resolve("postgres"));
  }

  /** Marks for good that the times of some events were made up. */
  public void markDriven() {
    try {
      Files.writeString(
          path.resolve(DRIVEN), "The clock of this data folder was driven: its past is made up.\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether the times of some events were made up. */
  public boolean isDriven() {
    return Files.exists(path.resolve(DRIVEN));
  }

  Path httpKey() {
    return path.resolve("secrets").resolve("http.key");
  }

  /**
   * The key of all personal data. A backup of it beside one of the database undoes every erasure
   * since: they are to be kept apart.
   */
  Path masterKey() {
    return path.resolve("secrets").resolve("vault").resolve("master.json");
  }

  /** The folder of the keys that sign the log's checkpoints. */
  Path logKeys() {
    return path.resolve("secrets").resolve("log");
  }
}
