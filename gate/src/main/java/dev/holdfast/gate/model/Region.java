package dev.holdfast.gate.model;

/**
 * A stretch of a source file. Lines and columns count from 1, columns in UTF-16 units; the end
 * column is the one behind the last character.
 */
public record Region(int startLine, int startColumn, int endLine, int endColumn) {}
