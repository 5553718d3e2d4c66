package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.Hierarchy;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;

/** What the members that instructions name resolve to. */
final class Members {
  private static final String OBJECT = "java.lang.Object";

  private final World world;
  private final Hierarchy hierarchy;
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> descriptors = new HashSet<>();
  private final Map<String, FieldView> fields = new HashMap<>();

  Members(World world, Hierarchy hierarchy) {
    this.world = world;
    this.hierarchy = hierarchy;
  }

  World world() {
    return world;
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  /**
   * {@code java/util/Map$Entry} to {@code java.util.Map$Entry}; array types as Java writes them.
   */
  String typeName(String internal) {
    return names.computeIfAbsent(
        internal,
        name -> name.startsWith("[") ? Descriptors.typeName(name) : name.replace('/', '.'));
  }

  /** The method named by an instruction; members of arrays are those of Object. */
  MethodRef method(String internalOwner, String name, String descriptor) {
    String owner = internalOwner.startsWith("[") ? OBJECT : typeName(internalOwner);
    return checked(new MethodRef(owner, name, descriptor));
  }

  /**
   * The same method.
   *
   * @throws RuntimeException where its descriptor is none; a forged one must not reach the analyses
   */
  MethodRef checked(MethodRef method) {
    String descriptor = method.descriptor();
    if (!descriptors.contains(descriptor)) {
      method.parameters();
      method.result();
      descriptors.add(descriptor);
    }
    return method;
  }

  /** The declaration, or null where the class path does not tell. */
  MethodView resolve(MethodRef method) {
    return hierarchy.resolve(method);
  }

  /** Exceptions a call may raise by its declaration; null where that is not known. */
  List<String> exceptions(MethodRef method, MethodView resolved) {
    if (resolved != null) {
      return resolved.exceptions();
    }
    if (method.owner().equals(OBJECT)) {
      return List.of(); // clone() of an array: JLS 10.7
    }
    // Signature polymorphic: declared once, for all descriptors.
    return method.owner().equals("java.lang.invoke.MethodHandle")
            && method.name().startsWith("invoke")
        ? List.of(ControlFlow.THROWABLE)
        : null;
  }

  /** Static type of what a call results in. */
  static String resultType(MethodRef method, MethodView resolved) {
    return resolved == null
        ? method.result()
        : sharpest(resolved.resultType(), Type.getReturnType(method.descriptor()).getClassName());
  }

  /** The field an access names, with the class that declares it where the class path tells. */
  FieldRef field(FieldInsnNode access, boolean isStatic) {
    FieldRef named =
        new FieldRef(
            typeName(access.owner), access.name, Descriptors.typeName(access.desc), isStatic);
    FieldView view = view(named);
    return view == null ? named : view.field();
  }

  /** Static type of a field's value. */
  String type(FieldRef field) {
    FieldView view = view(field);
    return view == null ? field.type() : sharpest(view.type(), field.type());
  }

  private FieldView view(FieldRef named) {
    String key = named.owner() + '.' + named.name() + ':' + named.type();
    if (!fields.containsKey(key)) {
      fields.put(key, declared(named));
    }
    return fields.get(key);
  }

  private FieldView declared(FieldRef named) {
    FieldView own = in(named.owner(), named);
    if (own == null) {
      for (String type : hierarchy.ancestors(named.owner())) {
        own = in(type, named);
        if (own != null) {
          break;
        }
      }
    }
    return own;
  }

  private FieldView in(String type, FieldRef named) {
    ClassView view = world.find(type);
    FieldView field = view == null ? null : view.field(named.name());
    return field != null && field.field().type().equals(named.type()) ? field : null;
  }

  /** The generic type, unless it speaks of type variables whose values are not known here. */
  private static String sharpest(String generic, String erased) {
    return generic.indexOf('<') < 0 || Signatures.mentionsVariable(generic) ? erased : generic;
  }
}
