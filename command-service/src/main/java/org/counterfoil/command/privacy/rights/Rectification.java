package org.counterfoil.command.privacy.rights;

import java.util.List;
import java.util.Map;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.jspecify.annotations.Nullable;

/**
 * What is right.
 *
 * @param values by field
 * @param purposes where; everywhere where missing
 */
public record Rectification(Map<String, String> values, @Nullable List<PurposeKey> purposes) {
  @Override
  public String toString() {
    return "Rectification[…]";
  }
}
