package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.ModuleSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.comp.Modules;
import com.sun.tools.javac.file.PathFileObject;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Convert;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import dev.holdfast.analysis.bytecode.ClassFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/**
 * The class files the compiler itself would read. Only packages are completed, never classes: a
 * class that the user's code does not mention must not make the compiler warn about its
 * annotations.
 */
final class CompilerClassFiles implements ClassFiles {
  private final Symtab symtab;
  private final Modules modules;
  private final Names names;
  private final Map<String, ClassSymbol> completed = new HashMap<>();

  CompilerClassFiles(Context context) {
    this.symtab = Symtab.instance(context);
    this.modules = Modules.instance(context);
    this.names = Names.instance(context);
  }

  @Override
  public byte[] find(String binaryName) throws IOException {
    JavaFileObject file = file(binaryName);
    if (file == null || file.getKind() != JavaFileObject.Kind.CLASS) {
      return null;
    }
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    }
  }

  /** Whether the compiler has a file for this class. */
  boolean isThere(String binaryName) {
    return file(binaryName) != null;
  }

  /** Whether the compiler sees only signatures of this class, as of the JDK under --release. */
  boolean isSignature(String binaryName) {
    JavaFileObject file = file(binaryName);
    return file != null && file.toUri().toString().endsWith(".sig");
  }

  /**
   * Whether a class file lies in a folder: it was compiled by the build that is going on, before
   * this compilation or in another module, from code that is the user's own as much as what is
   * compiled now.
   */
  boolean isOfThisBuild(String binaryName) {
    return isOfThisBuild(file(binaryName));
  }

  static boolean isOfThisBuild(JavaFileObject file) {
    if (file == null || file.getKind() != JavaFileObject.Kind.CLASS) {
      return false;
    }
    // an address is dear to make, and there are as many as classes
    return file instanceof PathFileObject known
        ? known.getPath().getFileSystem() == FileSystems.getDefault()
        : "file".equals(file.toUri().getScheme());
  }

  private JavaFileObject file(String binaryName) {
    ClassSymbol symbol = symbol(binaryName);
    return symbol == null ? null : symbol.classfile;
  }

  /** The class of this name if the compiler has read its file, or null. */
  ClassSymbol completed(String binaryName) {
    ClassSymbol known = completed.get(binaryName);
    if (known == null) {
      ClassSymbol symbol = symbol(binaryName);
      if (symbol != null && symbol.classfile != null && symbol.isCompleted()) {
        known = symbol;
        completed.put(binaryName, known);
      }
    }
    return known;
  }

  private ClassSymbol symbol(String binaryName) {
    Name name = names.fromString(binaryName);
    Name packageName = Convert.packagePart(name);
    try {
      PackageSymbol visible = symtab.lookupPackage(modules.getDefaultModule(), packageName);
      ClassSymbol symbol = in(visible, name);
      if (symbol == null) {
        for (ModuleSymbol module : symtab.listPackageModules(packageName)) {
          symbol = symbol == null ? in(symtab.getPackage(module, packageName), name) : symbol;
        }
      }
      return symbol;
    } catch (CompletionFailure missing) {
      return null;
    }
  }

  /** The package as the code of this compilation sees it, completed; null where there is none. */
  PackageSymbol visiblePackage(String name) {
    try {
      PackageSymbol visible =
          symtab.lookupPackage(modules.getDefaultModule(), names.fromString(name));
      if (visible != null) {
        visible.complete();
      }
      return visible;
    } catch (CompletionFailure missing) {
      return null;
    }
  }

  private ClassSymbol in(PackageSymbol owner, Name name) {
    if (owner == null) {
      return null;
    }
    owner.complete();
    return symtab.getClass(owner.modle, name);
  }
}
