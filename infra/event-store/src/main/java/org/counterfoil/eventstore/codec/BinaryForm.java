package org.counterfoil.eventstore.codec;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.domain.Identifier;
import org.jspecify.annotations.Nullable;

/** How a value is written as a few raw bytes and read back; a third of its {@link StringForm}. */
record BinaryForm<T>(Class<T> type, Function<T, byte[]> write, Function<byte[], T> read) {

  private static final int INSTANT_BYTES = Long.BYTES + Integer.BYTES;
  private static final int UUID_BYTES = 2 * Long.BYTES;

  /** The form of values of this class, or null where they have none. */
  static @Nullable BinaryForm<?> of(Class<?> type) {
    if (type == Instant.class) {
      return new BinaryForm<>(Instant.class, BinaryForm::bytes, BinaryForm::instant);
    }
    return type.isRecord() && Identifier.class.isAssignableFrom(type)
        ? identifier(type.asSubclass(Identifier.class))
        : null;
  }

  private static <T extends Identifier> BinaryForm<T> identifier(Class<T> type) {
    Function<Object, T> construct = StringForm.constructor(type, UUID.class);
    return new BinaryForm<>(
        type, id -> bytes(id.value()), bytes -> construct.apply(uuid(ByteBuffer.wrap(bytes))));
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(UUID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static byte[] bytes(Instant time) {
    return ByteBuffer.allocate(INSTANT_BYTES)
        .putLong(time.getEpochSecond())
        .putInt(time.getNano())
        .array();
  }

  private static Instant instant(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
  }
}
