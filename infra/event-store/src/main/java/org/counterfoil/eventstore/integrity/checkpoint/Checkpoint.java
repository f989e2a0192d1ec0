package org.counterfoil.eventstore.integrity.checkpoint;

import java.util.List;
import java.util.regex.Pattern;
import org.counterfoil.eventstore.integrity.tree.NodeHash;

/**
 * Says what the log is up to a size (C2SP tlog-checkpoint): whoever has it can tell whether an
 * entry is in the log, and whether a later log still begins with this one.
 *
 * @param origin the log's own name, the same for ever
 * @param size how many entries it has: positions 0 to size - 1
 * @param root of the tree of that size
 */
public record Checkpoint(String origin, long size, NodeHash root) {

  private static final Pattern SIZE = Pattern.compile("0|[1-9]\\d{0,17}");

  public Checkpoint {
    if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("Expected an origin of one line, but it is not");
    }
    if (size < 0) {
      throw new IllegalArgumentException("Expected a size from 0, but it is " + size);
    }
  }

  /** The text that is signed: three lines. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /**
   * Reads a note's text; lines after the third are extensions of others, and mean nothing here.
   *
   * @throws IllegalArgumentException where it is no checkpoint
   */
  public static Checkpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3 || !SIZE.matcher(lines.get(1)).matches()) {
      throw new IllegalArgumentException(
          "Expected a checkpoint (an origin, a size, a root), but it is none");
    }
    return new Checkpoint(
        lines.get(0), Long.parseLong(lines.get(1)), NodeHash.ofBase64(lines.get(2)));
  }
}
