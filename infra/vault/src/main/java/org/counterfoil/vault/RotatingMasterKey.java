package org.counterfoil.vault;

import java.util.List;

/** A master key of which whoever runs Counterfoil makes new versions, and drops old ones. */
public interface RotatingMasterKey extends MasterKey {

  /** The names of all versions, the one that encrypts last. */
  List<String> versions();

  /**
   * Makes a new version, which encrypts from then on, and answers its name.
   *
   * @param after the newest that is known to whoever asks; where it is another one, nothing is done
   *     and its name is answered
   * @throws VaultUnavailable where it cannot be kept
   */
  String rotate(String after);

  /**
   * Forgets a version for good: what only it encrypted is lost. The newest one stays.
   *
   * @throws VaultUnavailable where that cannot be kept
   */
  void drop(String version);
}
