/**
 * One data subject, by an opaque identifier: what it told and for which purpose, what it agreed to,
 * and what was restricted, merged and erased.
 */
@NullMarked
package org.counterfoil.domain.privacy.subject;

import org.jspecify.annotations.NullMarked;
