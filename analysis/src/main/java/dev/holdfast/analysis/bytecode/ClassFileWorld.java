package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Hierarchy;
import dev.holdfast.analysis.world.World;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The program as its class files tell it. A file that is broken or newer than known is treated as
 * not there and noted; nothing it holds makes this class fail. For one thread.
 */
public final class ClassFileWorld implements World, Closeable {
  /** Instructions of a method beyond which nobody gains from looking. */
  public static final int MAX_INSTRUCTIONS = 20_000;

  private static final int OPEN_FILES = 32;
  private static final int KEPT_BODIES = 512;
  private static final int KEPT_NOTES = 1_000;

  private final ClassFiles files;
  private final int release;
  private final Predicate<String> own;
  private final Map<String, ClassView> headers = new HashMap<>();
  private final Map<String, List<String>> packages = new HashMap<>();
  private final List<Unread> unread = new ArrayList<>();
  private final Set<String> unreadable = new HashSet<>();
  private final Map<String, CodeReader> open = recent(OPEN_FILES);
  private final Map<MethodRef, Lowered> bodies = recent(KEPT_BODIES);
  private final Members members = new Members(this, new Hierarchy(this));
  private int unreadCount;

  /** A body, or null where it cannot be lowered, and its size in instructions. */
  private record Lowered(Body body, int instructions) {}

  /** Classes from any source, none of them the user's own; the world closes it. */
  public ClassFileWorld(ClassFiles files, int release) {
    this(files, release, name -> false);
  }

  /**
   * Classes from any source; the world closes it.
   *
   * @param own whether the class of this binary name is the user's own code, to be held to what
   *     {@link ClassView#isSource()} is held to
   */
  public ClassFileWorld(ClassFiles files, int release, Predicate<String> own) {
    this.files = files;
    this.release = release;
    this.own = own;
  }

  /** Classes from jars and directories, then from the running JDK. */
  public static ClassFileWorld of(List<Path> classPath, int release) {
    return new ClassFileWorld(
        ClassFiles.of(classPath, release).or(ClassFiles.runningJdk()), release);
  }

  private static <K, V> Map<K, V> recent(int size) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > size;
      }
    };
  }

  @Override
  public int release() {
    return release;
  }

  @Override
  public ClassView find(String name) {
    ClassView known = headers.get(name);
    if (known == null && !headers.containsKey(name)) {
      known = name.endsWith("]") ? null : header(name);
      headers.put(name, known);
    }
    return known;
  }

  private ClassView header(String name) {
    CodeReader file = read(name);
    try {
      return file == null ? null : new ClassHeader(file, own.test(name), this::note);
    } catch (RuntimeException e) {
      note(new Unread(name, "broken class file"));
      return null;
    }
  }

  @Override
  public Body body(MethodRef method, int maxOps) {
    Lowered known = bodies.get(method);
    if (known == null) {
      known = new Lowered(null, 0);
      String name = method.name();
      String descriptor = method.descriptor();
      for (CodeReader.Read read :
          code(method.owner(), (n, d) -> n.equals(name) && d.equals(descriptor))) {
        known = lower(method.owner(), read);
      }
      bodies.put(method, known);
    }
    return known.instructions <= maxOps ? known.body : null;
  }

  @Override
  public List<MethodRef> called(MethodRef method, int maxOps) {
    CodeReader file = read(method.owner());
    try {
      return file == null ? List.of() : CalledMethods.in(file, method);
    } catch (RuntimeException e) {
      note(new Unread(method.owner(), "broken class file"));
      return List.of();
    }
  }

  @Override
  public List<String> classesIn(String packageName) {
    return packages.computeIfAbsent(packageName, files::classesIn);
  }

  /**
   * The bodies of a class in the order of its file, synthetic methods included; those that cannot
   * be lowered are left out and noted.
   */
  public List<Body> bodies(String className) {
    return bodies(className, (name, descriptor) -> true);
  }

  /** The bodies of the methods of a class whose name and descriptor are wanted. */
  List<Body> bodies(String className, BiPredicate<String, String> wanted) {
    List<Body> found = new ArrayList<>();
    for (CodeReader.Read read : code(className, wanted)) {
      Body body = lower(className, read).body;
      if (body != null) {
        found.add(body);
      }
    }
    return found;
  }

  private List<CodeReader.Read> code(String className, BiPredicate<String, String> wanted) {
    CodeReader file = read(className);
    if (file == null) {
      return List.of();
    }
    try {
      return file.read(wanted);
    } catch (RuntimeException e) {
      note(new Unread(className, "broken class file"));
      return List.of();
    }
  }

  private Lowered lower(String owner, CodeReader.Read read) {
    String problem = read.problem();
    if (problem == null) {
      int size = read.code().size();
      try {
        if (size > MAX_INSTRUCTIONS) {
          throw new Unlowerable("more than " + MAX_INSTRUCTIONS + " instructions");
        }
        return new Lowered(Lowering.lower(read.code(), members), size);
      } catch (Unlowerable e) {
        problem = e.getMessage();
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
        problem = "cannot be lowered: " + e;
      }
    }
    note(new Unread(owner + "." + read.method().name + read.method().desc, problem));
    return new Lowered(null, 0);
  }

  /** The class file, or null where there is none that can be read. */
  CodeReader read(String name) {
    CodeReader file = open.get(name);
    if (file != null || unreadable.contains(name)) {
      return file;
    }
    try {
      byte[] bytes = files.find(name);
      if (bytes == null) {
        return null;
      }
      file = new CodeReader(bytes);
      if (!file.getClassName().equals(name.replace('.', '/'))) {
        return null;
      }
      open.put(name, file);
      return file;
    } catch (IOException | RuntimeException e) {
      note(new Unread(name, ClassOutline.problem(e)));
    }
    unreadable.add(name);
    return null;
  }

  void note(Unread problem) {
    unreadCount++;
    if (unread.size() < KEPT_NOTES) {
      unread.add(problem);
    }
  }

  /** What could not be read so far, the first thousand. */
  public List<Unread> unread() {
    List<Unread> all = new ArrayList<>(files.unread());
    all.addAll(unread);
    return all;
  }

  /** How many things could not be read so far. */
  public int unreadCount() {
    return files.unread().size() + unreadCount;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
