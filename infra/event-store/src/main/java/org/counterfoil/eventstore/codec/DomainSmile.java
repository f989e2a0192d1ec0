package org.counterfoil.eventstore.codec;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/**
 * The domain's types in few bytes, for what only this version reads again: snapshots. As {@link
 * DomainJson} in the <a href="https://github.com/FasterXML/smile-format-specification">Smile</a>
 * format, with identifiers and times as raw bytes. Never for anything that is hashed or kept for
 * good.
 */
public final class DomainSmile {

  private static final ObjectMapper MAPPER =
      DomainJson.strict(SmileMapper.builder())
          .addModule(new CompactModule())
          .disable(SmileWriteFeature.ENCODE_BINARY_AS_7BIT)
          .build();

  private DomainSmile() {}

  /** The mapper; immutable and free of threads' state. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }
}
