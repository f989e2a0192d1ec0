package org.counterfoil.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.util.StdConverter;

/** Teaches Jackson the domain's types, without an annotation in the domain. */
final class DomainModule extends JacksonModule {

  @Override
  public String getModuleName() {
    return "counterfoil-domain";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new DomainSerializers());
    context.addDeserializers(new DomainDeserializers());
    context.addDeserializerModifier(new ImmutableLists());
    context.insertAnnotationIntrospector(new Nullness());
  }

  private static final class DomainSerializers extends Serializers.Base {

    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.@Nullable Value format) {
      StringForm<?> form = StringForm.of(type.getRawClass());
      return form == null ? null : new StringFormSerializer<>(form);
    }

    @Override
    public @Nullable ValueSerializer<?> findCollectionSerializer(
        SerializationConfig config,
        CollectionType type,
        BeanDescription.Supplier description,
        JsonFormat.@Nullable Value format,
        @Nullable TypeSerializer elementTypeSerializer,
        @Nullable ValueSerializer<Object> elementSerializer) {
      return Set.class.isAssignableFrom(type.getRawClass()) ? new SortedSetSerializer() : null;
    }
  }

  private static final class DomainDeserializers extends Deserializers.Base {

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      StringForm<?> form = StringForm.of(type.getRawClass());
      return form == null ? null : new StringFormDeserializer<>(form);
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return StringForm.of(type) != null;
    }
  }

  /** What was decoded cannot be changed, just as what was decided. */
  private static final class ImmutableLists extends ValueDeserializerModifier {

    @Override
    public ValueDeserializer<?> modifyCollectionDeserializer(
        DeserializationConfig config,
        CollectionType type,
        BeanDescription.Supplier description,
        ValueDeserializer<?> deserializer) {
      // By now Jackson has put its ArrayList where the component says List.
      return List.class.isAssignableFrom(type.getRawClass())
          ? new StdConvertingDeserializer<>(new Copy(), type, deserializer)
          : deserializer;
    }
  }

  private static final class Copy extends StdConverter<Object, List<?>> {

    @Override
    public List<?> convert(Object list) {
      return List.copyOf((List<?>) list);
    }
  }
}
