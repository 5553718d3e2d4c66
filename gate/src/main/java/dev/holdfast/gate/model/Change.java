package dev.holdfast.gate.model;

/**
 * Text in the place of other text of the finding's own file.
 *
 * @param region what goes
 * @param text what comes
 */
public record Change(Region region, String text) {}
