package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Source;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.comp.Check;
import com.sun.tools.javac.comp.Modules;
import com.sun.tools.javac.main.Option;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import com.sun.tools.javac.util.Options;
import dev.holdfast.analysis.bytecode.ClassFileWorld;
import dev.holdfast.analysis.bytecode.ClassFiles;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.World;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The program as a running javac sees it: its sources first, then the class files it reads. */
public final class JavacWorld implements World {
  private static final Context.Key<JavacWorld> KEY = new Context.Key<>();

  final Sources sources;
  private final SourceLowering lowering;
  private final Names names;
  private final Check check;
  private final Modules modules;
  private final int release;
  private final CompilerClassFiles files;
  private final ClassFileWorld libraries;

  /** The running JDK, for the bodies that the signatures of an older release lack. */
  private final ClassFileWorld platform;

  private final Map<String, SymbolView> classes = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private final Set<String> foreign = new HashSet<>();
  private final Map<String, List<String>> packages = new HashMap<>();

  private JavacWorld(Context context) {
    this.sources = new Sources(context);
    this.lowering = new SourceLowering();
    this.names = Names.instance(context);
    this.check = Check.instance(context);
    this.modules = Modules.instance(context);
    this.release = release(context);
    this.files = new CompilerClassFiles(context);
    this.libraries =
        new ClassFileWorld(files.or(ClassFiles.runningJdk()), release, files::isOfThisBuild);
    this.platform = new ClassFileWorld(ClassFiles.runningJdk(), release);
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
    ClassView source = source(name);
    return source != null ? source : libraries.find(name);
  }

  /** The class of this compilation, or null. */
  private SymbolView source(String name) {
    SymbolView known = classes.get(name);
    if (known == null && !others.contains(name)) {
      ClassSymbol symbol = check.getCompiled(modules.getDefaultModule(), names.fromString(name));
      if (symbol != null) {
        known = new SymbolView(symbol, sources.naming);
        classes.put(name, known);
      } else if (name.indexOf('$') < 0) {
        // the compiler enters local classes late, all others before anybody can ask
        others.add(name);
      }
    }
    return known;
  }

  /** A class that the compiler has read already need not be read again to know what it extends. */
  @Override
  public List<String> supertypes(String type) {
    ClassView view = source(type);
    if (view == null) {
      ClassSymbol symbol = files.completed(type);
      view = symbol == null ? libraries.find(type) : new SymbolView(symbol, sources.naming);
    }
    return view == null ? List.of() : view.supertypes();
  }

  @Override
  public boolean mayDeclare(String type, String member) {
    ClassSymbol symbol = source(type) == null ? files.completed(type) : null;
    // the compiler leaves out what another one made for its own ends
    return symbol == null
        || member.indexOf('$') >= 0
        || symbol.members().findFirst(names.fromString(member)) != null;
  }

  @Override
  public List<Note> notes(Member member) {
    ClassSymbol symbol = source(member.owner()) == null ? files.completed(member.owner()) : null;
    if (symbol != null && member.isType()) {
      return new SymbolNotes(sources.naming).of(symbol, Slot.TYPE);
    }
    boolean none = symbol != null && !SymbolNotes.mayBeOnAny(symbol, member.name());
    return none ? List.of() : World.super.notes(member);
  }

  @Override
  public boolean isSource(String type) {
    return source(type) != null || files.isOfThisBuild(type);
  }

  @Override
  public boolean isLibrary(String type) {
    if (foreign.contains(type)) {
      return true;
    }
    boolean library =
        source(type) == null
            && (files.isThere(type) ? !files.isOfThisBuild(type) : World.super.isLibrary(type));
    if (library) {
      foreign.add(type);
    }
    return library;
  }

  @Override
  public Body body(MethodRef method, int maxOps) {
    SymbolView source = source(method.owner());
    if (source == null) {
      boolean signature = files.isSignature(method.owner());
      return (signature ? platform : libraries).body(method, maxOps);
    }
    try {
      Body body = body(source, method);
      return body == null || body.size() > maxOps ? null : body;
    } catch (CompletionFailure missing) {
      return null;
    }
  }

  @Override
  public List<MethodRef> called(MethodRef method, int maxOps) {
    SymbolView view = source(method.owner());
    SourceClass owner = view == null ? null : sources.of(view.symbol);
    if (owner == null || method.name().startsWith("lambda$")) {
      return World.super.called(method, maxOps);
    }
    MethodSymbol symbol = view.method(method.name(), method.descriptor());
    JCMethodDecl tree = symbol == null ? null : owner.method(symbol);
    List<JCTree> parts = new ArrayList<>();
    if (method.isConstructor()) {
      parts.addAll(owner.initialisers(false));
    }
    if (tree != null && tree.body != null) {
      parts.add(tree.body);
    }
    return CalledMethods.in(parts, owner.symbol, sources.naming);
  }

  private Body body(SymbolView view, MethodRef method) {
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
  public Site declaration(FieldRef field) {
    SymbolView view = source(field.owner());
    SourceClass owner = view == null ? null : sources.of(view.symbol);
    for (JCTree member : owner == null ? List.<JCTree>of() : owner.tree.defs) {
      if (member instanceof JCVariableDecl declared && declared.name.contentEquals(field.name())) {
        return new Sites(owner.unit).at(declared);
      }
    }
    return null;
  }

  @Override
  public List<String> classesIn(String packageName) {
    return packages.computeIfAbsent(packageName, name -> new Neighbours(sources, files).in(name));
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
