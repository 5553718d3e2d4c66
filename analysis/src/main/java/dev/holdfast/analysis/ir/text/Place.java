package dev.holdfast.analysis.ir.text;

/**
 * Handle of a site that was written as text: a name shared by copies, or the line of its own.
 *
 * @param named whether the text names it ({@code @4#close})
 */
record Place(String source, String name, boolean named) {
  static Place named(String source, String name) {
    return new Place(source, name, true);
  }

  static Place line(String source, int line) {
    return new Place(source, Integer.toString(line), false);
  }

  @Override
  public String toString() {
    return source + (named ? "#" : ":") + name;
  }
}
