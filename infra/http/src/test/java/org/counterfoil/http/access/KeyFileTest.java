package org.counterfoil.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key is made once, kept, and kept from others. */
class KeyFileTest {

  @TempDir Path data;
  private Path file;

  @BeforeEach
  void name() {
    file = data.resolve("secrets/http.key");
  }

  @Test
  void it_is_made_once_and_is_the_owner_s_alone() throws IOException {
    byte[] made = KeyFile.open(file, true);

    assertThat(KeyFile.open(file, true)).isEqualTo(made).hasSize(32);
    assertThat(KeyFile.open(file, false)).isEqualTo(made);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(file.getParent())).isEqualTo("rwx------");
    assertThat(file.getParent().toFile().list()).containsExactly("http.key");
  }

  @Test
  void who_may_not_make_it_says_that_it_is_missing() {
    assertThatThrownBy(() -> KeyFile.open(file, false)).hasMessageContaining("missing");
  }

  @Test
  void two_that_start_at_once_agree() {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 16)
        .parallel()
        .forEach(i -> keys.add(java.util.HexFormat.of().formatHex(KeyFile.open(file, true))));

    assertThat(keys).hasSize(1);
  }

  @Test
  void one_that_others_may_read_is_refused() throws IOException {
    KeyFile.open(file, true);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> KeyFile.open(file, true)).hasMessageContaining("owner's alone");
  }

  @Test
  void half_a_key_is_refused() throws IOException {
    KeyFile.open(file, true);
    Files.write(file, new byte[16]);

    assertThatThrownBy(() -> KeyFile.open(file, true)).hasMessageContaining("there are 16");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
