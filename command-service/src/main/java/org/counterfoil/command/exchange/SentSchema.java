package org.counterfoil.command.exchange;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Describes a {@link Sent} as the body it holds. */
final class SentSchema implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    JavaType java = Json31.mapper().constructType(type.getType());
    if (java != null && java.getRawClass() == Sent.class) {
      return context.resolve(new AnnotatedType(java.containedTypeOrUnknown(0)).resolveAsRef(true));
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }
}
