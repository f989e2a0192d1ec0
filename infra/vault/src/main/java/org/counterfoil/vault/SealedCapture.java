package org.counterfoil.vault;

import java.util.List;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.jspecify.annotations.Nullable;

/**
 * What one person told for one purpose, encrypted and ready to be stored with the event that says
 * that it was captured.
 *
 * @param newKey the key, encrypted by the master key; missing where the vault has it already
 * @param line the keyed hash of the line that it was brought with; missing where it was not
 */
public record SealedCapture(
    CaptureId captureId,
    DataKeyName key,
    @Nullable WrappedKey newKey,
    List<Value> values,
    List<Mark> marks,
    @Nullable Ciphertext line)
    implements Sealed {

  public SealedCapture {
    values = List.copyOf(values);
    marks = List.copyOf(marks);
  }

  /** What the person told itself. */
  public SealedCapture(
      CaptureId captureId,
      DataKeyName key,
      @Nullable WrappedKey newKey,
      List<Value> values,
      List<Mark> marks) {
    this(captureId, key, newKey, values, marks, null);
  }

  /** The same, as it was brought with a line of a file. */
  SealedCapture broughtWith(Ciphertext mark) {
    return new SealedCapture(captureId, key, newKey, values, marks, mark);
  }

  /** An encrypted value. */
  public record Value(PersonalField field, Ciphertext ciphertext) {}

  /** The keyed hash of a value. */
  public record Mark(PersonalField field, Ciphertext mark) {}
}
