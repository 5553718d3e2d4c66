package dev.holdfast.checks.fix;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** A limit that only the waiting call itself takes: {@code socket.connect(address, 10_000)}. */
final class LaterCall extends TreeScanner<Void, Void> {
  private final Element variable;
  private final Set<Limit> limits;
  private final Code code;
  private final Api api;
  private final List<Fix.Edit> edits = new ArrayList<>();

  private LaterCall(Element variable, Set<Limit> limits, Code code, Api api) {
    this.variable = variable;
    this.limits = limits;
    this.code = code;
    this.api = api;
  }

  /** What gives all calls of a variable that wait the limits they can take; empty if none can. */
  static List<Fix.Edit> edits(Element variable, Set<Limit> limits, Code code, Api api) {
    LaterCall calls = new LaterCall(variable, limits, code, api);
    calls.scan(code.unit(), null);
    return calls.edits;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && select.getExpression() instanceof IdentifierTree name
        && variable.equals(code.element(name))
        && code.element(call) instanceof ExecutableElement called) {
      for (ExecutableElement other : api.methods(code.type(name))) {
        String more = argument(other, called, select);
        if (more != null) {
          int end = code.end(call);
          edits.add(new Fix.Edit(end - 1, end, ", " + more + ")"));
          break;
        }
      }
    }
    return super.visitMethodInvocation(call, none);
  }

  /** The last argument of an overload that takes a limit beside all that the other takes. */
  private String argument(
      ExecutableElement other, ExecutableElement called, MemberSelectTree select) {
    int last = called.getParameters().size();
    if (last == 0
        || !other.getSimpleName().equals(called.getSimpleName())
        || other.getParameters().size() != last + 1
        || !other.getReturnType().equals(called.getReturnType())
        || !called.getThrownTypes().containsAll(other.getThrownTypes())) {
      return null;
    }
    for (int i = 0; i < last; i++) {
      if (!api.types()
          .isSameType(
              other.getParameters().get(i).asType(), called.getParameters().get(i).asType())) {
        return null;
      }
    }
    Fact bounds =
        api.of(other, code.type(select.getExpression())).fact(Word.BOUNDS, Slot.parameter(last));
    return bounds != null && limits.containsAll(Limit.boundBy(bounds))
        ? new Amounts(api, null).figure(other.getParameters().get(last).asType(), bounds)
        : null;
  }
}
