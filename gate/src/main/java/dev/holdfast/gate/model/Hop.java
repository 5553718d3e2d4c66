package dev.holdfast.gate.model;

/** One station of the path from where a duty arises to where it is lost. */
public record Hop(Place place, String text) {}
