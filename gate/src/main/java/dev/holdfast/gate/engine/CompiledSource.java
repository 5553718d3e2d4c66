package dev.holdfast.gate.engine;

import com.sun.tools.javac.api.ClientCodeWrapper;
import dev.holdfast.gate.model.SourceFile;
import java.net.URI;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file as the compiler is given it: from memory, under whatever name it has. Trusted: the
 * compiler hands it back as it is, not wrapped.
 */
@ClientCodeWrapper.Trusted
final class CompiledSource extends SimpleJavaFileObject {
  private final Path path;
  private final SourceFile source;

  CompiledSource(Path path, SourceFile source) {
    super(hierarchical(path), Kind.SOURCE);
    this.path = path;
    this.source = source;
  }

  /** Inside a jar a URI is opaque, which the base class refuses. */
  private static URI hierarchical(Path path) {
    URI uri = path.toUri();
    return uri.isOpaque() ? URI.create("source:" + uri.toString().replaceFirst(".*!", "")) : uri;
  }

  Path path() {
    return path;
  }

  SourceFile source() {
    return source;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return source.text();
  }

  /** A public class in a file of another name is no reason not to look at it. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    // by these names the compiler asks what kind of file it has
    boolean asksForKind = simpleName.equals("package-info") || simpleName.equals("module-info");
    return asksForKind ? super.isNameCompatible(simpleName, kind) : kind == Kind.SOURCE;
  }
}
