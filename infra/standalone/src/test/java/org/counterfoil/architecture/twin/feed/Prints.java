package org.counterfoil.architecture.twin.feed;

import java.util.logging.Logger;

/** Says things where nobody collects them. */
class Prints {

  void out() {
    System.out.println("out");
  }

  void err() {
    System.err.println("err");
  }

  void trace(Exception failure) {
    failure.printStackTrace();
  }

  void jul() {
    Logger.getLogger("twin").info("jul");
  }
}
