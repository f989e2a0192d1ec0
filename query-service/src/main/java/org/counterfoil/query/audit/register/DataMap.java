package org.counterfoil.query.audit.register;

import java.util.List;

/**
 * Which fields are kept for which purposes, of how many people, until when.
 *
 * @param people of whom anything is kept
 * @param position up to which the log is reflected
 */
public record DataMap(List<DataMapLine> lines, long people, long position) {

  public DataMap {
    lines = List.copyOf(lines);
  }
}
