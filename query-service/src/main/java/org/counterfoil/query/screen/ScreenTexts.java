package org.counterfoil.query.screen;

/**
 * Texts of pages that stand outside this service and share its frame.
 *
 * @param baseName of the resource bundle, in English and French
 */
public record ScreenTexts(String baseName) {}
