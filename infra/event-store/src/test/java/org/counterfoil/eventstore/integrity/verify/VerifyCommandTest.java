package org.counterfoil.eventstore.integrity.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.integrity.growth.GrowingLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  @TempDir private Path folder;
  private String output = "";

  @Test
  void tellsByItsExitCodeAndNamesTheFirstBadPosition() throws Exception {
    try (GrowingLog log = new GrowingLog(folder.resolve("keys"))) {
      log.append(30);
      Path kept = write("kept.txt", log.signAll().note());
      String key = "--key=" + log.verifiers().getFirst().text();
      String[] database = {
        "--database=" + log.store().jdbcUrl(),
        "--password-file=" + write("password", TestStore.passwordOf(DatabaseRoles.READER) + "\n")
      };

      assertThat(run(database[0], database[1])).isZero();
      assertThat(output).contains("ok  30 events, 30 of them in the tree").contains("--checkpoint");
      assertThat(run(database[0], database[1], key, "--checkpoint=" + kept)).isZero();
      assertThat(output).contains("2 checkpoints compared").doesNotContain("--checkpoint");
      Path keyFile = write("log.pub", log.verifiers().getFirst().text() + "\n");
      assertThat(run(database[0], database[1], "--key=" + keyFile)).isZero();

      log.allowDamage();
      log.store()
          .sql()
          .sql("update log.event set entry = set_byte(entry, 400, 0) where position = 17")
          .update();
      assertThat(run(database[0], database[1], key, "--checkpoint=" + kept)).isEqualTo(1);
      assertThat(output)
          .contains("ENTRY_CHANGED")
          .endsWith("First bad position: 17 (1 findings)\n");
    }
  }

  @Test
  void whatCannotBeCheckedIsNeitherRightNorWrong() throws IOException {
    for (List<String> arguments :
        List.of(
            List.<String>of(),
            List.of("--what=1"),
            List.of("checkpoint.txt"),
            List.of("--data=" + folder),
            List.of(
                "--database=jdbc:postgresql://127.0.0.1:1/x", "--password-file=" + write("p", "x")),
            List.of("--ticket=" + folder.resolve("missing")),
            List.of("--ticket=" + write("t", "{}"), "--key=log+00000000+AAAA"))) {
      assertThat(run(arguments.toArray(String[]::new))).as("%s", arguments).isEqualTo(2);
      assertThat(output).startsWith("NOT CHECKED  ");
    }
  }

  private int run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int exit = VerifyCommand.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), arguments);
    output = bytes.toString(StandardCharsets.UTF_8);
    return exit;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
