package dev.holdfast.gate.engine;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.tree.JCTree;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.SourceFile;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sources that were judged in this scan: where class files of the same code are judged too, the
 * source has the last word on what stands there already and on what it accepts, which class files
 * have forgotten.
 */
final class KnownSources {
  private static final String ALL = "all";

  private final Map<String, SourceFile> files = new HashMap<>();
  private final Map<SourceFile, List<Accepted>> accepted = new HashMap<>();
  private final Set<List<Object>> told = new HashSet<>();

  /** Lines in which findings of these rules are accepted. */
  private record Accepted(Set<String> rules, int first, int last) {}

  void add(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
    String folder =
        unit.getPackageName() == null
            ? ""
            : unit.getPackageName().toString().replace('.', '/') + "/";
    String display = file.display();
    files.putIfAbsent(folder + display.substring(display.lastIndexOf('/') + 1), file);
    if (file.text().contains("@")) {
      List<Accepted> lines = new ArrayList<>();
      new Declarations(file, unit, positions, lines).scan(unit, null);
      accepted.put(file, lines);
    }
  }

  void add(Hit hit) {
    told.add(key(hit));
  }

  /**
   * The source of a class, or null where it was not judged.
   *
   * @param path package and name of the file: {@code com/acme/Gateway.java}
   */
  SourceFile find(String path) {
    return files.get(path);
  }

  /** Whether the sources have said what there is to say about this finding in a class file. */
  boolean settle(Hit hit) {
    return told.contains(key(hit)) || accepts(hit.place().file(), hit.place().line(), hit.rule());
  }

  private static List<Object> key(Hit hit) {
    return List.of(hit.rule(), hit.place().file().uri(), hit.place().line());
  }

  private boolean accepts(SourceFile file, int line, Rule rule) {
    return accepted.getOrDefault(file, List.of()).stream()
        .filter(lines -> lines.first() <= line && line <= lines.last())
        .anyMatch(lines -> lines.rules().contains(ALL) || lines.rules().contains(rule.ruleName()));
  }

  /** Collects what declarations accept. */
  private static final class Declarations extends TreeScanner<Void, Void> {
    private final SourceFile file;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Accepted> lines;

    Declarations(
        SourceFile file,
        CompilationUnitTree unit,
        SourcePositions positions,
        List<Accepted> lines) {
      this.file = file;
      this.unit = unit;
      this.positions = positions;
      this.lines = lines;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      see(tree, tree.getModifiers());
      return super.visitClass(tree, null);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      see(tree, tree.getModifiers());
      return super.visitMethod(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      see(tree, tree.getModifiers());
      return super.visitVariable(tree, null);
    }

    private void see(Tree declaration, ModifiersTree modifiers) {
      Set<String> rules = new HashSet<>();
      for (AnnotationTree annotation : modifiers.getAnnotations()) {
        String name = annotation.getAnnotationType().toString();
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "SuppressWarnings" -> annotation.getArguments().forEach(part -> read(part, rules));
          case "Generated" -> rules.add(ALL);
          default -> {}
        }
      }
      if (!rules.isEmpty()) {
        int start = (int) positions.getStartPosition(unit, declaration);
        int end = (int) positions.getEndPosition(unit, declaration);
        lines.add(
            new Accepted(
                rules, file.region(start, end).startLine(), file.region(start, end).endLine()));
      }
    }

    private static void read(ExpressionTree argument, Set<String> rules) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void scan(Tree tree, Void unused) {
          if (tree instanceof JCTree.JCExpression expression
              && expression.type != null
              && expression.type.constValue() instanceof String text) {
            rules.add(text);
          }
          return super.scan(tree, null);
        }
      }.scan(argument, null);
    }
  }
}
