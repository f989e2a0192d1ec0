package org.counterfoil.crowd;

import java.util.List;
import org.counterfoil.crowd.http.Request;

/** How visitors get in: past a waiting room, or straight on. */
interface Door {

  /** What lets a session place a hold. */
  record Pass(String visitorToken, String admissionToken) {

    /** For where nobody asks. */
    static final Pass NONE = new Pass("", "");

    Request on(Request request) {
      return admissionToken.isEmpty()
          ? request
          : request.with("Visitor-Token", visitorToken).with("Admission-Token", admissionToken);
    }
  }

  /** Waits until the visitor may go in; empty where they never may. */
  List<Pass> enter(byte[] nonce, boolean isBot) throws InterruptedException;

  /** No waiting room: everybody goes in. */
  static Door open() {
    return (nonce, isBot) -> List.of(Pass.NONE);
  }
}
