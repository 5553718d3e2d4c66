package dev.holdfast.checks;

import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.bytecode.ClassFileWorld;
import dev.holdfast.analysis.bytecode.ClassFiles;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.World;
import dev.holdfast.checks.frontend.JavacWorld;
import java.io.InputStream;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * The program in a compilation: what is compiled by its trees, what it depends on by its class
 * files, headers all from the compiler.
 */
final class CompilationWorld implements World {
  private final World sources;
  private final World classFiles;

  CompilationWorld(Context context) {
    this.sources = JavacWorld.instance(context);
    ClassFiles files = classPath(context.get(JavaFileManager.class));
    this.classFiles = new ClassFileWorld(files.or(ClassFiles.runningJdk()), sources.release());
  }

  /** The class path as the compiler holds it open already. */
  private static ClassFiles classPath(JavaFileManager files) {
    return name -> {
      JavaFileObject file =
          files.getJavaFileForInput(StandardLocation.CLASS_PATH, name, JavaFileObject.Kind.CLASS);
      if (file == null) {
        return null;
      }
      try (InputStream bytes = file.openInputStream()) {
        return bytes.readAllBytes();
      }
    };
  }

  @Override
  public ClassView find(String name) {
    return sources.find(name);
  }

  @Override
  public Body body(MethodRef method, int maxOps) {
    ClassView owner = find(method.owner());
    if (owner == null) {
      return null;
    }
    return owner.isSource() ? sources.body(method, maxOps) : classFiles.body(method, maxOps);
  }

  @Override
  public int release() {
    return sources.release();
  }
}
