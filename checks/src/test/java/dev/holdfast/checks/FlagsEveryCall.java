package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An analysis that flags every use of certain names: what is tested with it is what happens to
 * findings, not how they come about.
 */
final class FlagsEveryCall implements Engine {
  private CompilationUnitTree unit;
  private final Map<String, String> defects = new LinkedHashMap<>();
  private int seen;
  private final Options options;

  FlagsEveryCall(Map<String, String> flags) {
    this.options = Options.of(flags);
  }

  SourceWitness in(Context context) {
    return new SourceWitness(context, options, this);
  }

  @Override
  public void bodies(CompilationUnitTree scanned, Consumer<Body> consumer) {
    unit = scanned;
    seen++;
    consumer.accept(Compiles.body("m"));
  }

  @Override
  public int seen() {
    return seen;
  }

  @Override
  public int lowered() {
    return seen;
  }

  @Override
  public Map<String, Integer> givenUp() {
    return Map.of();
  }

  @Override
  public Map<String, String> defects() {
    return defects;
  }

  static Consumer<Context> inEveryCompile() {
    return context -> new FlagsEveryCall(Map.of()).in(context);
  }

  @Override
  public List<Finding> findings(Body body) {
    List<Finding> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        Tree select = tree.getMethodSelect();
        flag(
            select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : ((IdentifierTree) select).getName().toString(),
            tree);
        return super.visitMethodInvocation(tree, unused);
      }

      @Override
      public Void visitNewClass(NewClassTree tree, Void unused) {
        flag("new", tree);
        return super.visitNewClass(tree, unused);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        flag(tree.getName().toString(), tree);
        return super.visitMemberReference(tree, unused);
      }

      private void flag(String name, Tree tree) {
        Site site = Site.of(tree, 1);
        switch (name) {
          case "leak", "new" ->
              found.add(Compiles.finding(Rule.UNCLOSED_HTTP_RESPONSE, Level.ERROR, true, site));
          case "dig" ->
              found.add(Compiles.finding(Rule.DEEPLY_NESTED_MAP_ACCESS, Level.WARNING, true, site));
          case "perhaps" ->
              found.add(Compiles.finding(Rule.UNCLOSED_HTTP_RESPONSE, Level.WARNING, false, site));
          case "hint" ->
              found.add(
                  Compiles.finding(Rule.UNCLOSED_HTTP_RESPONSE, Level.SUGGESTION, true, site));
          case "crash" -> throw new IllegalStateException("no such register");
          case "overflow" -> throw new StackOverflowError();
          case "assertion" -> throw new AssertionError("javac did not expect this");
          case "unlinked" -> throw new NoSuchMethodError("gone");
          case "unread" -> defects.put("java.lang.AssertionError: no tree", "app.Y.n in Y.java");
          default -> {}
        }
      }
    }.scan(unit, null);
    return found;
  }
}
