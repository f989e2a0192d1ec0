package org.counterfoil.domain;

import java.util.UUID;

/** An identifier made by the server: a UUID of version 7 (RFC 9562), in a type of its own. */
public interface Identifier {
  UUID value();
}
