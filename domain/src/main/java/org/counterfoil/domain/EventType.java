package org.counterfoil.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored. Both are for ever: classes may be renamed
 * and moved, stored names may not. A changed shape is a new revision with an upcaster.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

  /** {@code noun.past-participle}, lower case with hyphens, such as {@code seat-hold.placed}. */
  String name();

  /** Starts at 1. */
  int revision();
}
