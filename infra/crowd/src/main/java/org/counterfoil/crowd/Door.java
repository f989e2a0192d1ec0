package org.counterfoil.crowd;

import java.util.List;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.http.Request;

/** How visitors get in: past a waiting room, or straight on. */
interface Door {

  /**
   * What lets a session place a hold.
   *
   * @param isAnothers whether the admission is somebody else's: it must not let anybody in
   */
  record Pass(String visitorToken, String admissionToken, boolean isAnothers) {

    /** For where nobody asks. */
    static final Pass NONE = new Pass("", "", false);

    Request on(Request request) {
      return admissionToken.isEmpty()
          ? request
          : request.with("Visitor-Token", visitorToken).with("Admission-Token", admissionToken);
    }
  }

  /** Waits until the visitor may go in; empty where they never may. */
  List<Pass> enter(byte[] nonce, Asker asker) throws InterruptedException;

  /** Notes that a hold was placed with a pass. */
  void held(Pass pass, String holdId);

  /** What must hold of the door, once everything is over. */
  List<Checked> checks() throws InterruptedException;

  /** No waiting room: everybody goes in. */
  static Door open() {
    return new Door() {
      @Override
      public List<Pass> enter(byte[] nonce, Asker asker) {
        return List.of(Pass.NONE);
      }

      @Override
      public void held(Pass pass, String holdId) {
        // nobody was asked for a pass
      }

      @Override
      public List<Checked> checks() {
        return List.of();
      }
    };
  }
}
