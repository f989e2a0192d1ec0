package org.counterfoil.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Gives test classes a process on an empty folder that all of them share, because a start takes
 * long; it stops when the last test has run. Its login link is good for one test.
 */
final class SharedProcess implements ParameterResolver {

  private record Shared(RunningProcess process, Path data) implements AutoCloseable {

    static Shared start() {
      try {
        Path data = Files.createTempDirectory("counterfoil-shared");
        return new Shared(RunningProcess.start(data, "--counterfoil.demonstration=false"), data);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void close() throws IOException {
      process.close();
      FileSystemUtils.deleteRecursively(data);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == RunningProcess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedProcess.class))
        .computeIfAbsent(Shared.class, type -> Shared.start(), Shared.class)
        .process();
  }
}
