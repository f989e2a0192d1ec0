package org.counterfoil.eventstore.integrity.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For every size up to 300, all proofs hold, and every change to one is refused. */
class TreeProofsTest {

  private static final int SIZES = 300;

  private final ReferenceTree reference = ReferenceTree.of(SIZES + 1);
  private final Map<String, byte[]> subtrees = new HashMap<>();
  private final TreeProofs proofs =
      new TreeProofs(
          (level, index) ->
              subtrees.computeIfAbsent(
                  level + "/" + index, key -> reference.subtree(level, index)));
  private final List<NodeHash> roots = new ArrayList<>();
  private final List<NodeHash> leaves = new ArrayList<>();

  TreeProofsTest() {
    Frontier frontier = new Frontier();
    roots.add(frontier.root());
    for (int size = 1; size <= SIZES + 1; size++) {
      leaves.add(NodeHash.of(frontier.append(reference.entry(size - 1))));
      roots.add(frontier.root());
      assertThat(frontier.size()).isEqualTo(size);
    }
  }

  @Test
  void theFrontierHasTheRootsOfTheDefinition() {
    for (int size = 0; size <= SIZES; size++) {
      assertThat(roots.get(size)).as("size %d", size).isEqualTo(reference.root(size));
      assertThat(proofs.root(size)).as("size %d", size).isEqualTo(reference.root(size));
    }
  }

  @Test
  void everyEntryIsProvenToBeIncluded_andNothingElse() {
    for (int size = 1; size <= SIZES; size++) {
      for (int position = 0; position < size; position++) {
        List<NodeHash> proof = proofs.inclusion(position, size);
        assertThat(isIncluded(position, size, proof)).isTrue();
        for (List<NodeHash> other : changes(proof)) {
          assertThat(isIncluded(position, size, other)).isFalse();
        }
        NodeHash leaf = leaves.get(position);
        NodeHash root = roots.get(size);
        assertThat(ProofCheck.isIncluded(flipped(leaf), position, size, proof, root)).isFalse();
        assertThat(ProofCheck.isIncluded(leaf, position, size, proof, flipped(root))).isFalse();
        assertThat(ProofCheck.isIncluded(leaf, position + 1, size, proof, root)).isFalse();
        assertThat(ProofCheck.isIncluded(leaf, position - 1, size, proof, root)).isFalse();
        assertThat(ProofCheck.isIncluded(leaf, position, size + 1, proof, roots.get(size + 1)))
            .isFalse();
      }
    }
  }

  @Test
  void everySizeIsProvenToContinueEveryEarlierOne_andNothingElse() {
    for (int to = 1; to <= SIZES; to++) {
      for (int from = 1; from <= to; from++) {
        List<NodeHash> proof = proofs.consistency(from, to);
        assertThat(isConsistent(from, to, proof)).isTrue();
        for (List<NodeHash> other : changes(proof)) {
          assertThat(isConsistent(from, to, other)).isFalse();
        }
        NodeHash before = roots.get(from);
        NodeHash after = roots.get(to);
        assertThat(ProofCheck.isConsistent(from, flipped(before), to, after, proof)).isFalse();
        assertThat(ProofCheck.isConsistent(from, before, to, flipped(after), proof)).isFalse();
        assertThat(isConsistent(from, to + 1, proof)).isFalse();
        assertThat(from > 1 && isConsistent(from - 1, to, proof)).isFalse();
      }
    }
  }

  @Test
  void nothingIsProvenFromSizeZeroOrBeyondTheEnd() {
    assertThatThrownBy(() -> proofs.consistency(0, 5)).hasMessageContaining("from 1 to 5");
    assertThatThrownBy(() -> proofs.consistency(6, 5)).hasMessageContaining("from 1 to 5");
    assertThatThrownBy(() -> proofs.inclusion(5, 5)).hasMessageContaining("below 5");
    assertThatThrownBy(() -> proofs.inclusion(-1, 5)).hasMessageContaining("below 5");
    assertThat(ProofCheck.isConsistent(0, roots.getFirst(), 5, roots.get(5), List.of())).isFalse();
    assertThat(ProofCheck.isConsistent(6, roots.get(6), 5, roots.get(5), List.of())).isFalse();
  }

  private boolean isIncluded(int position, int size, List<NodeHash> proof) {
    return ProofCheck.isIncluded(leaves.get(position), position, size, proof, roots.get(size));
  }

  private boolean isConsistent(int from, int to, List<NodeHash> proof) {
    return ProofCheck.isConsistent(from, roots.get(from), to, roots.get(to), proof);
  }

  /** One bit of each hash, each hash left out, one more at either end, neighbours swapped. */
  private List<List<NodeHash>> changes(List<NodeHash> proof) {
    List<List<NodeHash>> changes = new ArrayList<>();
    for (int i = 0; i < proof.size(); i++) {
      List<NodeHash> flipped = new ArrayList<>(proof);
      flipped.set(i, flipped(proof.get(i)));
      changes.add(flipped);
      List<NodeHash> without = new ArrayList<>(proof);
      without.remove(i);
      changes.add(without);
      if (i > 0) {
        List<NodeHash> swapped = new ArrayList<>(proof);
        swapped.set(i - 1, proof.get(i));
        swapped.set(i, proof.get(i - 1));
        changes.add(swapped);
      }
    }
    List<NodeHash> longer = new ArrayList<>(proof);
    longer.addFirst(leaves.getLast());
    changes.add(longer);
    List<NodeHash> further = new ArrayList<>(proof);
    further.addLast(leaves.getLast());
    changes.add(further);
    return changes;
  }

  private static NodeHash flipped(NodeHash hash) {
    byte[] bytes = hash.bytes();
    bytes[bytes.length - 1] ^= 1;
    return NodeHash.of(bytes);
  }
}
