package dev.holdfast.checks.fix;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * Sets a missing limit where a builder builds: {@code .connectTimeout(Duration.ofSeconds(10))}
 * before {@code .build()}. Where a factory gives no say, its builder takes its place.
 */
final class BuilderCall implements Mender {

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    Set<Limit> missing = finding.hint().missing();
    if (missing.isEmpty()
        || !(path.getLeaf() instanceof MethodInvocationTree call)
        || !(call.getMethodSelect() instanceof MemberSelectTree select)
        || !(code.element(call) instanceof ExecutableElement made)) {
      return null;
    }
    Imports imports = new Imports(code, api);
    Setters setters = new Setters(api, imports);
    return made.getModifiers().contains(Modifier.STATIC)
        ? byBuilder(call, select, made, missing, setters, imports, code, api)
        : inChain(call, select, missing, setters, imports, code, api);
  }

  private static Fix inChain(
      MethodInvocationTree call,
      MemberSelectTree select,
      Set<Limit> missing,
      Setters setters,
      Imports imports,
      Code code,
      Api api) {
    ExpressionTree receiver = select.getExpression();
    TypeMirror builder = code.type(receiver);
    Chain chain = Chain.of(receiver, code, api);
    boolean amount = missing.stream().noneMatch(Limit::isWait);
    // some builders refuse to be told twice, and the first may be out of view
    if (amount && !chain.isWhole() || !Collections.disjoint(chain.limits(), missing)) {
      return null;
    }
    Fact waits =
        code.element(call) instanceof ExecutableElement made
            ? api.of(made, builder).fact(Word.WAITS, Slot.RESULT)
            : null;
    List<Setter> chosen = setters(missing, builder, setters, chain, waits);
    if (chosen == null) {
      return null;
    }
    int dot = code.end(call.getMethodSelect()) - select.getIdentifier().length() - 1;
    while (dot >= code.end(receiver) && code.text().charAt(dot) != '.') {
      dot--;
    }
    if (dot < code.end(receiver)) {
      return null;
    }
    boolean first = code.layout().isFirstOnLine(dot);
    String text =
        first || !code.layout().fits(dot, Setters.calls(chosen).length())
            ? lines(chosen, dot, first, code.layout())
            : Setters.calls(chosen);
    return imports.fix(dot, dot + 1, text + ".");
  }

  /** Each call in a line of its own, and the one that follows. */
  private static String lines(List<Setter> setters, int dot, boolean first, Layout layout) {
    String indent = first ? layout.indent(dot) : layout.continued(dot);
    String newLine = layout.lineBreak() + indent;
    String unit = indent.startsWith("\t") ? "\t\t" : "    ";
    StringBuilder text = new StringBuilder(first ? "" : newLine);
    for (Setter setter : setters) {
      text.append(setter.call(newLine, unit)).append(newLine);
    }
    return text.toString();
  }

  private static List<Setter> setters(
      Set<Limit> missing, TypeMirror builder, Setters setters, Chain chain, Fact waits) {
    Set<Limit> wanted = EnumSet.copyOf(missing);
    if (missing.stream().noneMatch(Limit::isWait)) {
      // any of them will do
      for (Limit one : missing) {
        List<Setter> chosen =
            setters.covering(EnumSet.of(one), builder, s -> setters.isFluent(s, builder));
        if (chosen != null) {
          return chosen;
        }
      }
      return null;
    }
    List<Setter> chosen =
        setters.covering(wanted, builder, setter -> setters.isFluent(setter, builder));
    if (chosen == null && chain.isWhole() && missesAll(missing, waits)) {
      Setter carrier = setters.carrying(wanted, builder);
      boolean fits =
          carrier != null
              && setters.isFluent(carrier, builder)
              && !chain.names().contains(carrier.name());
      chosen = fits ? List.of(carrier) : null;
    }
    return chosen;
  }

  /** What is set elsewhere may be overridden by a configuration that says less. */
  private static boolean missesAll(Set<Limit> missing, Fact waits) {
    for (Limit limit : Limit.values()) {
      if (waits != null
          && waits.argument(limit.element(), "").equals("NEVER")
          && !missing.contains(limit)) {
        return false;
      }
    }
    return waits != null;
  }

  /** {@code HttpClient.newHttpClient()} is {@code HttpClient.newBuilder().build()}. */
  private static Fix byBuilder(
      MethodInvocationTree call,
      MemberSelectTree select,
      ExecutableElement made,
      Set<Limit> missing,
      Setters setters,
      Imports imports,
      Code code,
      Api api) {
    Fact waits = api.of(made, code.type(select.getExpression())).fact(Word.WAITS, Slot.RESULT);
    String name = waits == null ? "" : waits.argument("builder", "");
    if (name.isEmpty() || !call.getArguments().isEmpty()) {
      return null;
    }
    for (Element member : made.getEnclosingElement().getEnclosedElements()) {
      if (member instanceof ExecutableElement factory
          && factory.getSimpleName().contentEquals(name)
          && factory.getParameters().isEmpty()
          && setters.isBuilt(factory.getReturnType(), made.getReturnType())) {
        TypeMirror builder = factory.getReturnType();
        List<Setter> chosen = setters(missing, builder, setters, Chain.FRESH, waits);
        if (chosen == null) {
          return null;
        }
        int start = code.end(select) - select.getIdentifier().length();
        String built = name + "()" + Setters.calls(chosen) + ".build()";
        boolean fits = code.layout().fits(start, built.length() - (code.end(call) - start));
        String text =
            fits ? built : name + "()" + lines(chosen, start, false, code.layout()) + ".build()";
        return imports.fix(start, code.end(call), text);
      }
    }
    return null;
  }

  /**
   * The calls that lead to a builder as it is.
   *
   * @param isWhole whether the builder was made in the same expression
   * @param names of the methods called
   * @param limits that they set
   */
  private record Chain(boolean isWhole, Set<String> names, Set<Limit> limits) {
    static final Chain FRESH = new Chain(true, Set.of(), Set.of());

    static Chain of(ExpressionTree end, Code code, Api api) {
      Set<String> names = new HashSet<>();
      Set<Limit> limits = EnumSet.noneOf(Limit.class);
      ExpressionTree at = end;
      while (at instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof MemberSelectTree select
          && code.element(call) instanceof ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
          return new Chain(true, names, limits);
        }
        names.add(method.getSimpleName().toString());
        for (Fact fact : api.of(method, code.type(select.getExpression())).facts()) {
          if (fact.word() == Word.BOUNDS) {
            limits.addAll(Limit.boundBy(fact));
          }
        }
        at = select.getExpression();
      }
      return new Chain(at instanceof NewClassTree, names, limits);
    }
  }
}
