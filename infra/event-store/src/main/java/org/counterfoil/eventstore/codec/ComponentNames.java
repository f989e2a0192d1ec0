package org.counterfoil.eventstore.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AccessorNamingStrategy;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy;

/** A record's fields are its components; what it computes ({@code isFree()}) is none. */
final class ComponentNames extends DefaultAccessorNamingStrategy.Provider {

  @Override
  public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass record) {
    return new DefaultAccessorNamingStrategy.RecordNaming(config, record) {
      @Override
      public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
        return component(name);
      }

      @Override
      public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
        return component(name);
      }

      private @Nullable String component(String name) {
        return _fieldNames.contains(name) ? name : null;
      }
    };
  }
}
