package dev.holdfast.checks;

import javax.tools.Diagnostic;

/**
 * Something to tell the user that is no finding: a wrong option, a broken stub, a body given up.
 */
public record Notice(Diagnostic.Kind kind, String text) {}
