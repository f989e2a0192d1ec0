package org.counterfoil.http.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Iterator;
import java.util.Set;
import org.counterfoil.domain.Identifier;
import org.counterfoil.domain.Text;
import org.jspecify.annotations.Nullable;

/** Describes the domain's one-string types as what they are on the wire: strings. */
public final class DomainSchemas implements ModelConverter {

  private static final Set<Class<?>> STRINGS =
      Set.of(ZoneId.class, Currency.class, MonthDay.class, LocalTime.class);

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    JavaType java = Json31.mapper().constructType(type.getType());
    Class<?> raw = java == null ? Object.class : java.getRawClass();
    if (Identifier.class.isAssignableFrom(raw)) {
      return string().format("uuid");
    }
    if (Text.class.isAssignableFrom(raw) || STRINGS.contains(raw)) {
      return string();
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }

  private static Schema<?> string() {
    Schema<?> schema = new Schema<>();
    schema.setType("string");
    schema.addType("string");
    return schema;
  }
}
