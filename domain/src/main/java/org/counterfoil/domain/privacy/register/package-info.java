/**
 * What an organisation may ask people for: its purposes, each with fields, lawful basis and
 * retention, its notices, and its public forms.
 */
@NullMarked
package org.counterfoil.domain.privacy.register;

import org.jspecify.annotations.NullMarked;
