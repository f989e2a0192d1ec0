package org.counterfoil.query.audit.lists;

import org.counterfoil.http.position.PageRequest;

/**
 * Where a page ends in a list whose newest entries come first.
 *
 * @param within what tells apart what stands at one position
 */
record Place(long position, String within) {

  static final Place BEGINNING = new Place(Long.MAX_VALUE, "");

  static Place of(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return BEGINNING;
    }
    int slash = after.indexOf('/');
    return new Place(Long.parseLong(after.substring(0, slash)), after.substring(slash + 1));
  }

  String key() {
    return position + "/" + within;
  }
}
