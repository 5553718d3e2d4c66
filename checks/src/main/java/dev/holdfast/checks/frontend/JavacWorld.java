package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Source;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.ModuleSymbol;
import com.sun.tools.javac.comp.Check;
import com.sun.tools.javac.comp.Modules;
import com.sun.tools.javac.main.Option;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import com.sun.tools.javac.util.Options;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.World;
import java.util.HashMap;
import java.util.Map;

/** The program as a running javac sees it: its sources with bodies, class files by header. */
public final class JavacWorld implements World {
  private static final Context.Key<JavacWorld> KEY = new Context.Key<>();

  final Sources sources;
  private final SourceLowering lowering;
  private final Names names;
  private final Check check;
  private final ClassFinder finder;
  private final Modules modules;
  private final int release;
  private final Map<String, SymbolView> classes = new HashMap<>();

  private JavacWorld(Context context) {
    this.sources = new Sources(context);
    this.lowering = new SourceLowering();
    this.names = Names.instance(context);
    this.check = Check.instance(context);
    this.finder = ClassFinder.instance(context);
    this.modules = Modules.instance(context);
    this.release = release(context);
  }

  /** The one world of a compilation. */
  public static JavacWorld instance(Context context) {
    JavacWorld world = context.get(KEY);
    if (world == null) {
      world = new JavacWorld(context);
      context.put(KEY, world);
    }
    return world;
  }

  SourceLowering lowering() {
    return lowering;
  }

  @Override
  public ClassView find(String name) {
    return view(name);
  }

  private SymbolView view(String name) {
    SymbolView known = classes.get(name);
    if (known != null || classes.containsKey(name)) {
      return known;
    }
    ClassSymbol symbol = symbol(name);
    SymbolView found =
        symbol == null ? null : new SymbolView(symbol, sources.naming, isSource(symbol));
    classes.put(name, found);
    return found;
  }

  private ClassSymbol symbol(String name) {
    ModuleSymbol module = modules.getDefaultModule();
    var flatName = names.fromString(name);
    ClassSymbol compiled = check.getCompiled(module, flatName);
    if (compiled != null) {
      return compiled;
    }
    try {
      ClassSymbol loaded = finder.loadClass(module, flatName);
      return loaded.kind == Kind.TYP && loaded.exists() ? loaded : null;
    } catch (CompletionFailure missing) {
      return null;
    }
  }

  private boolean isSource(ClassSymbol symbol) {
    return check.getCompiled(symbol) != null;
  }

  @Override
  public Body body(MethodRef method, int maxOps) {
    try {
      Body body = sourceBody(method);
      return body == null || body.size() > maxOps ? null : body;
    } catch (CompletionFailure missing) {
      return null;
    }
  }

  private Body sourceBody(MethodRef method) {
    SymbolView view = view(method.owner());
    if (view == null || !view.isSource()) {
      return null;
    }
    SourceClass owner = sources.of(view.symbol);
    if (owner == null) {
      return null;
    }
    if (method.name().equals("<clinit>")) {
      return lowering.initializer(owner);
    }
    if (method.name().startsWith("lambda$")) {
      return lowering.lambda(owner, method);
    }
    MethodSymbol symbol = view.method(method.name(), method.descriptor());
    return symbol == null ? null : lowering.method(owner, symbol);
  }

  @Override
  public int release() {
    return release;
  }

  private static int release(Context context) {
    String target = Options.instance(context).get(Option.TARGET);
    if (target == null) {
      target = Source.instance(context).name;
    }
    String number = target.startsWith("1.") ? target.substring(2) : target;
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException unusual) {
      return Runtime.version().feature();
    }
  }
}
