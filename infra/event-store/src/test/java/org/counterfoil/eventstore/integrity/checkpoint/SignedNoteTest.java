package org.counterfoil.eventstore.integrity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.counterfoil.eventstore.integrity.tree.Frontier;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

  private static final NodeHash ROOT = new Frontier().root();

  /** The example of the notes that Go's checksum database signs (golang.org/x/mod/sumdb/note). */
  private static final VerifierKey EXAMPLE_KEY =
      VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

  private static final String EXAMPLE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private final SigningKey key = SigningKey.generate("a.venue/log");
  private final SigningKey other = SigningKey.generate("a.venue/log");

  @Test
  void readsAndBelievesANoteOfAnotherTool() {
    SignedNote note = SignedNote.parse(EXAMPLE);

    assertThat(note.isSignedByOneOf(List.of(EXAMPLE_KEY))).isTrue();
    assertThat(note.toString()).isEqualTo(EXAMPLE);
    assertThat(EXAMPLE_KEY.idText()).isEqualTo("c74f20a3");
    assertThat(EXAMPLE_KEY.text())
        .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    assertThat(
            SignedNote.parse(EXAMPLE.replace("answer", "Answer"))
                .isSignedByOneOf(List.of(EXAMPLE_KEY)))
        .isFalse();
  }

  @Test
  void aCheckpointIsReadAsItWasSigned() {
    Checkpoint checkpoint = new Checkpoint("a.venue/log", 42, ROOT);
    SignedNote note = SignedNote.sign(checkpoint.text(), List.of(key, other));

    SignedNote read = SignedNote.parse(note.toString());

    assertThat(read).isEqualTo(note);
    assertThat(Checkpoint.parse(read.text())).isEqualTo(checkpoint);
    assertThat(read.isSignedByOneOf(List.of(key.verifier()))).isTrue();
    assertThat(read.isSignedByOneOf(List.of(other.verifier()))).isTrue();
    assertThat(read.isSignedByOneOf(List.of(EXAMPLE_KEY))).isFalse();
    assertThat(read.isSignedByOneOf(List.of())).isFalse();
    assertThat(checkpoint.text())
        .isEqualTo("a.venue/log\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  }

  @Test
  void everyChangedByteIsNoticed() {
    String note = SignedNote.sign(new Checkpoint("l", 42, ROOT).text(), List.of(key)).toString();
    List<VerifierKey> keys = List.of(key.verifier());
    for (int i = 0; i < note.length(); i++) {
      char changed = note.charAt(i) == 'A' ? 'B' : 'A';
      String forged = note.substring(0, i) + changed + note.substring(i + 1);
      assertThat(isBelieved(forged, keys)).as("character %d of %s", i, note).isFalse();
    }
  }

  /** A reader that did not look at them would believe 4 texts of one signature. */
  @Test
  void bitsThatNoByteHasAreRefused() {
    SignedNote.NoteSignature signature = new SignedNote.NoteSignature("l", 1, new byte[64]);
    String note = new SignedNote("text\n", List.of(signature)).toString();
    assertThat(SignedNote.parse(note).signatures()).hasSize(1);
    assertThat(note).endsWith("AAA=\n");

    assertThatThrownBy(() -> SignedNote.parse(note.replace("AAA=\n", "AAB=\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bits that say nothing");
  }

  /** A known key whose signature is wrong spoils the note, whoever else has signed it. */
  @Test
  void aWrongSignatureOfAKnownKeySpoilsTheNote() {
    SignedNote right = SignedNote.sign("one\n", List.of(key));
    SignedNote wrong = SignedNote.sign("two\n", List.of(other));
    SignedNote both =
        new SignedNote(
            "one\n", List.of(right.signatures().getFirst(), wrong.signatures().getFirst()));

    assertThat(both.isSignedByOneOf(List.of(key.verifier()))).isTrue();
    assertThat(both.isSignedByOneOf(List.of(key.verifier(), other.verifier()))).isFalse();
  }

  @Test
  void whatIsNoNoteIsRefused() {
    for (String text :
        List.of("", "text\n", "text\n\n\u2014 name\n", "text\n\n- a b\n", "a\tb\n\n")) {
      assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
    for (String text : List.of("", "log\n", "log\n01\n" + ROOT + "\n", "log\n-1\n" + ROOT + "\n")) {
      assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
    for (String text : List.of("", "a+b", EXAMPLE_KEY.text().replace("c74f", "c74e"))) {
      assertThatThrownBy(() -> VerifierKey.parse(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static boolean isBelieved(String note, List<VerifierKey> keys) {
    try {
      return SignedNote.parse(note).isSignedByOneOf(keys);
    } catch (IllegalArgumentException noNote) {
      return false;
    }
  }
}
