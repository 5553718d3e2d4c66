package dev.holdfast.catalog;

import java.util.List;

/** A stub file inside a bundle that is known to be sound; read when a type in it is asked for. */
final class StubFile {
  private final String name;
  private final String bundle;
  private final int from;
  private final int to;
  private List<TypeStub> types;

  StubFile(String name, String bundle, int from, int to) {
    this.name = name;
    this.bundle = bundle;
    this.from = from;
    this.to = to;
  }

  /** A file that has been read already. */
  StubFile(String name, List<TypeStub> types) {
    this(name, "", 0, 0);
    this.types = types;
  }

  synchronized List<TypeStub> types() {
    if (types == null) {
      Reading reading = new Reading();
      StubReader.read(name, bundle.substring(from, to), reading);
      types = reading.types();
    }
    return types;
  }
}
