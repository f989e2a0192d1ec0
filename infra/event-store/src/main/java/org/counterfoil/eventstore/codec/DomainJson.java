package org.counterfoil.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of the domain's types, the same in the log, on the wire and in read models.
 *
 * <ul>
 *   <li>identifiers and {@link org.counterfoil.domain.Text} values are strings, decoded by their
 *       own constructors; enums go by name
 *   <li>records are objects, components in their declared order; a missing {@code @Nullable} one is
 *       left out, a missing other one is refused, also a primitive
 *   <li>times are RFC 3339 in UTC with 0, 3, 6 or 9 decimals as needed, so that nothing is lost
 *   <li>sets are sorted, so that equal values have equal bytes
 *   <li>unknown and repeated fields, numbers as strings and the reverse are refused
 * </ul>
 */
public final class DomainJson {

  private static final JsonMapper MAPPER = build();

  private DomainJson() {}

  /** The mapper; immutable and free of threads' state. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  private static JsonMapper build() {
    return strict(JsonMapper.builder())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  /** Teaches another mapper what holds for the domain's types in every format. */
  public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
    return builder
        .addModule(new DomainModule())
        .accessorNaming(new ComponentNames())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
        .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
        .changeDefaultPropertyInclusion(
            old -> old.withValueInclusion(JsonInclude.Include.NON_NULL));
  }
}
