package dev.holdfast.analysis.scopes;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects of a short life that one of a longer life holds on to. */
public final class Capturing {
  private final Calls calls;
  private final Lifespans spans;
  private final UseState state;

  /** Who calls a method, and with what. */
  private enum Way {
    /** The container, with what it puts into the object. */
    INJECTED,
    /** The container, with what the object that the method makes needs. */
    MAKES,
    /** Anybody, with what is at hand. */
    CALLED
  }

  public Capturing(Calls calls) {
    this.calls = calls;
    this.spans = new Lifespans(calls.contracts());
    this.state = new UseState(calls);
  }

  /** Whether it may matter who keeps objects of a type. */
  public boolean isShortLived(String type) {
    return spans.shorter(type) != null;
  }

  /** Whether a container puts a short-lived object into a field that lives longer. */
  public boolean mayCapture(FieldRef field) {
    FieldView view = field.isStatic() ? null : view(field);
    return view != null
        && spans.isInjected(view.notes(), Slot.FIELD)
        && spans.shorterBean(field.type()) != null
        && spans.isSingleton(field.owner());
  }

  private FieldView view(FieldRef field) {
    ClassView owner = calls.contracts().world().find(field.owner());
    return owner == null ? null : owner.field(field.name());
  }

  /** Whether a method that gets a short-lived object may put it where it lives longer. */
  public boolean mayCapture(MethodRef declared) {
    boolean single = spans.isSingleton(declared.owner());
    if (single && way(declared) != Way.CALLED) {
      return true;
    }
    ClassView owner = calls.contracts().world().find(declared.owner());
    for (FieldView field : owner == null ? List.<FieldView>of() : owner.fields()) {
      FieldRef named = field.field();
      if (!field.isFinal()
          && isShortLived(named.type())
          && (named.isStatic() || single || spans.hasSingletonHeirs(declared.owner()))) {
        return true;
      }
    }
    return false;
  }

  private Way way(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    if (declared == null) {
      return Way.CALLED;
    }
    if (method.isConstructor()) {
      ClassView owner = calls.contracts().world().find(method.owner());
      boolean only = owner != null && owner.methods("<init>").size() == 1;
      return only || spans.isInjected(declared.notes(), Slot.RESULT) ? Way.INJECTED : Way.CALLED;
    }
    if (!spans.isInjected(declared.notes(), Slot.RESULT)) {
      return Way.CALLED;
    }
    return method.result().equals("void") ? Way.INJECTED : Way.MAKES;
  }

  /** Findings of this mechanism in a body, injected fields with a constructor of their class. */
  public List<Finding> findings(Scope scope) {
    MethodRef method = scope.body().method();
    boolean single = spans.isSingleton(method.owner());
    List<Finding> findings = new ArrayList<>();
    if (single && method.isConstructor()) {
      injectedFields(scope, findings);
    }
    if (method.parameters().isEmpty() || !single && !putsShortLived(scope)) {
      return findings;
    }
    Way way = single ? way(method) : Way.CALLED;
    single |= way == Way.CALLED && spans.hasSingletonHeirs(method.owner());
    Given given = new Given(scope, calls);
    for (int i = 0; i < scope.values().ops().size(); i++) {
      if (scope.values().isReachable(scope.values().blockOf(i))) {
        int parameter = kept(scope, given, i, way, single);
        Finding finding = parameter < 0 ? null : judge(scope, i, parameter, way);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private boolean putsShortLived(Scope scope) {
    return scope.values().ops().stream()
        .anyMatch(op -> op instanceof Op.PutField put && isShortLived(put.field().type()));
  }

  /** The parameter that an op puts where it stays, or -1. */
  private int kept(Scope scope, Given given, int index, Way way, boolean single) {
    Op op = scope.values().op(index);
    boolean constructor = scope.body().method().isConstructor();
    if (op instanceof Op.PutField put) {
      boolean stays =
          put.field().isStatic()
              || single
                  && way != Way.MAKES
                  && (way == Way.INJECTED || !constructor)
                  && given.isThis(index, put.object());
      if (!stays) {
        return -1;
      }
      int made = given.made(index, put.source());
      if (way == Way.CALLED) {
        // the session of a request as well as the request
        return isShortLived(put.field().type()) ? given.from(index, put.source()) : -1;
      }
      return made >= 0 && way == Way.INJECTED
          ? given.keptBy(made)
          : given.parameter(index, put.source());
    }
    if (op instanceof Op.Call call && constructor && way == Way.INJECTED) {
      boolean above = call.method().isConstructor() && given.isThis(index, call.receiver());
      return above ? given.keptBy(index) : -1;
    }
    if (way != Way.MAKES || op.called() == null) {
      return -1;
    }
    int made = op instanceof Op.Call call ? given.made(index, call.receiver()) : index;
    return made >= 0 && returns(scope.values(), made) ? given.keptBy(index) : -1;
  }

  private static boolean returns(Values values, int made) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result && values.comesFrom(i, result.source(), made)) {
        return true;
      }
    }
    return false;
  }

  private Finding judge(Scope scope, int index, int parameter, Way way) {
    MethodRef method = scope.body().method();
    Op op = scope.values().op(index);
    if (parameter >= method.parameters().size()) {
      return null;
    }
    String type = method.parameters().get(parameter);
    if (way == Way.CALLED) {
      boolean starts = calls.contracts().of(method).says(Word.LIVES, Slot.RESULT, "START");
      return starts || !"REQUEST".equals(spans.shorter(type))
          ? null
          : ofOneCall(scope, (Op.PutField) op);
    }
    MethodView declared = calls.hierarchy().resolve(method);
    boolean lazy =
        spans.isLazy(declared.notes(), Slot.parameter(parameter))
            || way == Way.MAKES && spans.namesScope(declared.notes());
    String life = lazy ? null : spans.shorterBean(type);
    if (life == null || way == Way.MAKES && isShortLived(method.result())) {
      return null;
    }
    String holder =
        way == Way.MAKES
            ? "what " + ShortNames.call(method) + " makes"
            : ShortNames.type(method.owner());
    return matters(method.owner(), type, life)
        ? injected(method, op.site(), holder, List.of(type), life)
        : null;
  }

  /**
   * One for each of those who use it, which it does not even remember, is what prototypes are for.
   */
  private boolean matters(String holder, String type, String life) {
    return life.equals("REQUEST") || state.isKeptBy(type) || state.isSetBy(holder, type);
  }

  private Finding ofOneCall(Scope scope, Op.PutField put) {
    String field = ShortNames.type(put.field().owner()) + "." + put.field().name();
    String kept = ShortNames.type(put.field().type());
    return new Finding(
        Rule.SHORTER_LIVED_CAPTURED,
        Rule.SHORTER_LIVED_CAPTURED.level(),
        !isTakenBack(scope.values(), put.field()),
        scope.body().method(),
        put.site(),
        field
            + " lives as long as the process and keeps the "
            + kept
            + " of one request here: the next request overwrites it, and it stays when its own is"
            + " over",
        "hand the " + kept + " on as an argument, or keep what is read from it in a local variable",
        List.of(new Finding.Step(put.site(), "kept here, for all requests at once")));
  }

  /** Whether the body also empties the field: then it keeps nothing for long, if alone. */
  private static boolean isTakenBack(Values values, FieldRef field) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.PutField put && put.field().equals(field)) {
        for (int origin : values.origins(i, put.source())) {
          if (!Values.isParameter(origin)
              && values.op(origin) instanceof Op.Const constant
              && constant.value() == null) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** One finding for each field; for all of them where the witness has no place for a field. */
  private void injectedFields(Scope scope, List<Finding> findings) {
    MethodRef method = scope.body().method();
    ClassView owner = calls.contracts().world().find(method.owner());
    Map<Site, List<String>> places = new LinkedHashMap<>();
    for (FieldView field : owner == null ? List.<FieldView>of() : owner.fields()) {
      String type = field.field().type();
      if (mayCapture(field.field()) && matters(method.owner(), type, spans.shorterBean(type))) {
        Site place = calls.contracts().world().declaration(field.field());
        boolean first = owner.methods("<init>").get(0).method().equals(method);
        place = place == null && first ? firstPlace(scope) : place;
        if (place != null) {
          places.computeIfAbsent(place, key -> new ArrayList<>()).add(type);
        }
      }
    }
    String holder = ShortNames.type(method.owner());
    places.forEach(
        (place, types) -> {
          String life = spans.shorterBean(types.get(0));
          findings.add(injected(method, place, holder, types, life));
        });
  }

  private static Site firstPlace(Scope scope) {
    for (Op op : scope.values().ops()) {
      if (op.site().line() > 0) {
        return op.site();
      }
    }
    return null;
  }

  private Finding injected(
      MethodRef method, Site place, String holder, List<String> types, String life) {
    List<String> names = new ArrayList<>();
    for (String type : types) {
      names.add(ShortNames.type(type));
    }
    String kept = String.join(" and one ", names);
    boolean request = life.equals("REQUEST");
    String message =
        holder
            + " lives as long as the process and gets one "
            + kept
            + " for good, "
            + (request
                ? "which is meant for one request or session: the others see what belongs to it"
                : "which is made for each use: all who call share its state");
    return new Finding(
        Rule.SHORTER_LIVED_CAPTURED,
        Rule.SHORTER_LIVED_CAPTURED.level(),
        true,
        method,
        place,
        message,
        "inject a provider and ask it for the "
            + names.get(0)
            + " where it is used"
            + (request ? ", or have its scope make a proxy" : ""),
        List.of(new Finding.Step(place, "kept from here on")));
  }
}
