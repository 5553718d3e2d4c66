package dev.holdfast.analysis.ir.text;

/** Says where the text of a body is wrong and what was expected there. */
public final class IrSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IrSyntaxException(String source, int line, String message) {
    super(source + ":" + line + ": " + message);
  }
}
