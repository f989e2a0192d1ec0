package org.counterfoil.eventstore.integrity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.eventstore.integrity.tree.Frontier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {

  @TempDir private Path data;

  private Path folder() {
    return data.resolve("secrets").resolve("log");
  }

  @Test
  void theFirstKeyIsMadeAndStays_forItsOwnerAlone() throws IOException {
    LogKeys made = LogKeys.open(folder());
    LogKeys read = LogKeys.open(folder());

    assertThat(made.keys()).hasSize(1);
    assertThat(verifiers(read)).isEqualTo(verifiers(made));
    assertThat(made.origin()).matches("counterfoil-log/[0-9a-f]{16}");
    made.sign(new Checkpoint(made.origin(), 0, new Frontier().root()));
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws IOException {
    LogKeys.open(folder());
    Files.setPosixFilePermissions(
        folder().resolve("1.key"), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> LogKeys.open(folder()))
        .hasMessageContaining("its owner's alone, but others have [GROUP_READ]");
  }

  @Test
  void aSecondKeySignsBesideTheFirst_andTheFirstMayGo() throws IOException {
    LogKeys first = LogKeys.open(folder());

    LogKeys.main(new String[] {folder().toString()});

    LogKeys both = LogKeys.open(folder());
    assertThat(verifiers(both)).hasSize(2).containsAll(verifiers(first));
    assertThat(both.origin()).isEqualTo(first.origin());
    Checkpoint checkpoint = new Checkpoint(both.origin(), 0, new Frontier().root());
    for (VerifierKey key : verifiers(both)) {
      assertThat(both.sign(checkpoint).isSignedByOneOf(List.of(key))).isTrue();
    }
    Files.delete(folder().resolve("1.key"));
    assertThat(verifiers(LogKeys.open(folder()))).doesNotContainAnyElementsOf(verifiers(first));
    LogKeys.add(folder());
    assertThat(folder().resolve("3.key")).exists();
  }

  @Test
  void whatWasSignedLastIsRemembered() {
    LogKeys keys = LogKeys.open(folder());
    assertThat(keys.lastSigned()).isEmpty();
    Frontier tree = new Frontier();
    tree.append(new byte[] {1});
    Checkpoint one = new Checkpoint(keys.origin(), 1, tree.root());

    keys.sign(one);

    assertThat(LogKeys.open(folder()).lastSigned()).contains(one);
  }

  @Test
  void keysOfDifferentNamesOrMixedHalvesAreRefused() throws IOException {
    LogKeys.open(folder());
    SigningKey other = SigningKey.generate("another/log");
    PrivateFile.create(folder().resolve("2.key"), other.secretText());
    assertThatThrownBy(() -> LogKeys.open(folder())).hasMessageContaining("keys of one name");

    SigningKey one = SigningKey.generate("log");
    SigningKey two = SigningKey.generate("log");
    String mixed =
        one.secretText().lines().findFirst().orElseThrow() + "\n" + two.verifier().text() + "\n";
    assertThatThrownBy(() -> SigningKey.parse(mixed)).isInstanceOf(IllegalArgumentException.class);
    assertThat(one.toString()).isEqualTo(one.verifier().text());
  }

  private static List<VerifierKey> verifiers(LogKeys keys) {
    return keys.keys().stream().map(SigningKey::verifier).toList();
  }
}
