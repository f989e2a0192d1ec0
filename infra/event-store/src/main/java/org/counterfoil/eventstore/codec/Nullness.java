package org.counterfoil.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * A component of a record may be missing where, and only where, it is {@code @Nullable}; elements
 * of collections never are.
 */
final class Nullness extends NopAnnotationIntrospector {

  private static final JsonSetter.Value NO_NULLS =
      JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
  private static final JsonSetter.Value NO_NULL_ELEMENTS =
      JsonSetter.Value.construct(Nulls.DEFAULT, Nulls.FAIL);

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    AnnotatedType type = componentType(member);
    return type == null ? null : !type.isAnnotationPresent(Nullable.class);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    AnnotatedType type = componentType(annotated);
    if (type == null) {
      return JsonSetter.Value.empty();
    }
    return type.isAnnotationPresent(Nullable.class) ? NO_NULL_ELEMENTS : NO_NULLS;
  }

  private static @Nullable AnnotatedType componentType(Annotated annotated) {
    if (annotated instanceof AnnotatedParameter parameter
        && parameter.getOwner().getMember() instanceof Constructor<?> constructor
        && constructor.getDeclaringClass().isRecord()) {
      return ((Executable) constructor).getAnnotatedParameterTypes()[parameter.getIndex()];
    }
    return null;
  }
}
