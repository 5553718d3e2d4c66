package dev.holdfast.checks.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.bytecode.ClassFileWorld;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.text.IrPrinter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources attributed by the real compiler, ready to be lowered. */
final class Compilation {
  final List<CompilationUnitTree> units = new ArrayList<>();
  final DiagnosticCollector<JavaFileObject> log = new DiagnosticCollector<>();
  private final JavacTask task;
  private final StandardJavaFileManager files;

  private Compilation(Iterable<? extends JavaFileObject> sources, List<String> flags)
      throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    files = compiler.getStandardFileManager(log, null, null);
    List<String> all =
        new ArrayList<>(
            List.of("-proc:none", "-g", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
    all.addAll(flags);
    task = (JavacTask) compiler.getTask(null, files, log, all, null, sources);
    task.parse().forEach(units::add);
    task.analyze();
  }

  static Compilation of(String source, String... flags) throws Exception {
    return new Compilation(List.of(new Text(source)), List.of(flags));
  }

  static Compilation of(Iterable<? extends JavaFileObject> sources, List<String> flags)
      throws Exception {
    return new Compilation(sources, flags);
  }

  /** Every body of the class files, written to this folder; trees are of no use afterwards. */
  List<Body> fromClassFiles(Path classes) throws Exception {
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
    task.generate();
    List<Body> bodies = new ArrayList<>();
    try (ClassFileWorld world = ClassFileWorld.of(List.of(classes), Runtime.version().feature());
        Stream<Path> written = Files.walk(classes)) {
      for (Path file : written.filter(Files::isRegularFile).sorted().toList()) {
        String path = classes.relativize(file).toString();
        String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
        bodies.addAll(world.bodies(name));
      }
    }
    return bodies;
  }

  Context context() {
    return ((BasicJavacTask) task).getContext();
  }

  /** Every body that is written out, opening events or not. */
  List<Body> bodies() {
    JavacWorld world = JavacWorld.instance(context());
    List<Body> found = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree tree, Void none) {
          add(world, world.sources.of(((JCClassDecl) tree).sym), found);
          return super.visitClass(tree, none);
        }
      }.scan(unit, null);
    }
    return found;
  }

  private static void add(JavacWorld world, SourceClass owner, List<Body> found) {
    for (JCTree member : owner.tree.defs) {
      if (member instanceof JCMethodDecl method && method.body != null) {
        found.add(world.lowering().method(owner, method.sym));
      }
    }
    owner.lambdas().forEach(lambda -> found.add(world.lowering().lambda(owner, lambda.tree)));
    if (!owner.initialisers(true).isEmpty()) {
      found.add(world.lowering().initializer(owner));
    }
  }

  SourceBodies all() {
    return new SourceBodies(context(), OpeningByName.ALL);
  }

  /** The text of the method of this name in the source. */
  static String print(String method, String source) throws Exception {
    return IrPrinter.print(of(source).body(method));
  }

  Body body(String name) {
    for (Body body : bodies()) {
      if (body.method().name().equals(name)) {
        return body;
      }
    }
    throw new AssertionError("no body " + name);
  }

  /** A source in memory; one without a name may hold several types, none of them public. */
  static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      this("Shapes.java", text);
    }

    Text(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
