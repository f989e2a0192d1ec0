package org.counterfoil.eventstore.integrity.verify;

import java.util.List;
import org.counterfoil.eventstore.integrity.tree.NodeHash;

/**
 * What was found in a database.
 *
 * @param entries how many events the log has
 * @param root of the tree over all of them; of those before the first missing position where there
 *     is one
 * @param treeSize how many events the stored tree has; those that came since are checked by
 *     themselves
 * @param checkpoints how many signed checkpoints were compared, kept ones included
 * @param findingCount how many faults there are
 * @param findings the first of them, by position
 */
public record LogVerdict(
    long entries,
    NodeHash root,
    long treeSize,
    long checkpoints,
    long findingCount,
    List<Finding> findings) {

  public LogVerdict {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return findingCount == 0;
  }
}
