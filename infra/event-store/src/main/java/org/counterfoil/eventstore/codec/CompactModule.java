package org.counterfoil.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Teaches a binary format the values that have a {@link BinaryForm}; asked before the others. */
final class CompactModule extends JacksonModule {

  @Override
  public String getModuleName() {
    return "counterfoil-compact";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(
        new Serializers.Base() {
          @Override
          public @Nullable ValueSerializer<?> findSerializer(
              SerializationConfig config,
              JavaType type,
              BeanDescription.Supplier description,
              JsonFormat.@Nullable Value format) {
            BinaryForm<?> form = BinaryForm.of(type.getRawClass());
            return form == null ? null : new Writer<>(form);
          }
        });
    context.addDeserializers(
        new Deserializers.Base() {
          @Override
          public @Nullable ValueDeserializer<?> findBeanDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            BinaryForm<?> form = BinaryForm.of(type.getRawClass());
            return form == null ? null : new Reader<>(form);
          }

          @Override
          public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return BinaryForm.of(type) != null;
          }
        });
  }

  private static final class Writer<T> extends StdScalarSerializer<T> {

    private final BinaryForm<T> form;

    Writer(BinaryForm<T> form) {
      super(form.type());
      this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      generator.writeBinary(form.write().apply(value));
    }
  }

  private static final class Reader<T> extends StdScalarDeserializer<T> {

    private final BinaryForm<T> form;

    Reader(BinaryForm<T> form) {
      super(form.type());
      this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return form.read().apply(parser.getBinaryValue());
    }
  }
}
