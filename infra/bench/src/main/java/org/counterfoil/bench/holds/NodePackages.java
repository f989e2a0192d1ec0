package org.counterfoil.bench.holds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterfoil.bench.Programs;
import org.counterfoil.bench.Stage;

/** Peers that come as npm packages, fetched when they are first measured. */
final class NodePackages {

  private NodePackages() {}

  /** Whether node and npm are installed. */
  static boolean areAvailable() {
    return List.of("node", "npm").stream()
        .allMatch(program -> Programs.onPath(program).stream().anyMatch(Files::isExecutable));
  }

  /** A folder with the packages in its {@code node_modules}. */
  static Path fetched(Stage stage, String name, String... packages) throws IOException {
    Path folder = stage.settings().folder().resolve(name);
    if (!Files.isDirectory(folder.resolve("node_modules"))) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
      List<String> command = new ArrayList<>(List.of("npm", "install", "--no-audit"));
      command.addAll(List.of(packages));
      Programs.output(command, Map.of(), folder);
    }
    return folder;
  }
}
