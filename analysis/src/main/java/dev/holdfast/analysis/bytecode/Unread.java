package dev.holdfast.analysis.bytecode;

/**
 * Something that was there but could not be read, for the coverage line.
 *
 * @param name binary name of the class, the method as {@code app.Shop.pay(I)V}, or the path of a
 *     class path entry
 * @param reason why, in a few words
 */
public record Unread(String name, String reason) {
  @Override
  public String toString() {
    return name + ": " + reason;
  }
}
