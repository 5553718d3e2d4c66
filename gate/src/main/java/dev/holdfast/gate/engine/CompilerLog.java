package dev.holdfast.gate.engine;

import com.sun.tools.javac.api.ClientCodeWrapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Sorts the compiler's errors by what they mean for the coverage; their wording is nobody's. */
@ClientCodeWrapper.Trusted
final class CompilerLog implements DiagnosticListener<JavaFileObject> {
  private final Map<JavaFileObject, Long> syntaxErrors = new HashMap<>();
  private final Set<JavaFileObject> tooNew = new HashSet<>();
  private final Set<JavaFileObject> unresolved = new HashSet<>();
  private final Set<JavaFileObject> duplicates = new HashSet<>();
  private boolean parsing = true;
  private boolean anyError;

  @Override
  public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
      return;
    }
    anyError = true;
    JavaFileObject file = diagnostic.getSource();
    String code = String.valueOf(diagnostic.getCode());
    if (file == null) {
      return;
    }
    if (parsing) {
      syntaxErrors.putIfAbsent(file, diagnostic.getLineNumber());
      if (code.contains(".preview.feature.") || code.contains(".feature.not.supported.")) {
        tooNew.add(file);
      }
    } else if (code.contains(".duplicate.class")) {
      duplicates.add(file);
    } else if (code.contains(".cant.resolve")
        || code.contains(".doesnt.exist")
        || code.contains(".cant.access")
        || code.contains(".not.visible")) {
      unresolved.add(file);
    }
  }

  void parsed() {
    parsing = false;
  }

  boolean anyError() {
    return anyError;
  }

  /** The line of the first syntax error, or null where there is none. */
  Long syntaxError(JavaFileObject file) {
    return syntaxErrors.get(file);
  }

  boolean isTooNew(JavaFileObject file) {
    return tooNew.contains(file);
  }

  boolean isUnresolved(JavaFileObject file) {
    return unresolved.contains(file);
  }

  /** Files with a class that another file of the compilation declares too. */
  Set<JavaFileObject> duplicates() {
    return Set.copyOf(duplicates);
  }
}
