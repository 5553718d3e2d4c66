package dev.holdfast.analysis;

import dev.holdfast.analysis.bytecode.ClassFileWorld;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.text.IrParser;
import dev.holdfast.analysis.ir.text.IrText;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.World;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program written as IR text over the libraries of the test class path. */
public final class TextWorld implements World {
  private static final World LIBRARIES = ClassFileWorld.of(classPath(), 17);

  private final IrText text;
  private final World libraries;
  private final Map<String, ClassView> classes = new HashMap<>();
  private final Map<MethodRef, Body> bodies = new HashMap<>();

  public TextWorld(IrText text, World libraries) {
    this.text = text;
    this.libraries = libraries;
    text.classes().forEach(view -> classes.put(view.name(), view));
    text.bodies().forEach(body -> bodies.put(body.method(), body));
  }

  public static TextWorld of(String source, String text) {
    return new TextWorld(IrParser.parse(source, text), LIBRARIES);
  }

  private static List<Path> classPath() {
    // surefire starts the tests from a jar that only names the class path
    String paths =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(paths.split(File.pathSeparator)).map(Path::of).toList();
  }

  public IrText text() {
    return text;
  }

  @Override
  public ClassView find(String name) {
    ClassView view = classes.get(name);
    return view == null ? libraries.find(name) : view;
  }

  @Override
  public Body body(MethodRef method, int maxOps) {
    if (!classes.containsKey(method.owner())) {
      return libraries.body(method, maxOps);
    }
    Body body = bodies.get(method);
    return body == null || body.size() > maxOps ? null : body;
  }

  @Override
  public List<String> classesIn(String packageName) {
    return classes.keySet().stream()
        .filter(name -> name.startsWith(packageName + "."))
        .filter(name -> name.indexOf('.', packageName.length() + 1) < 0)
        .toList();
  }

  @Override
  public int release() {
    return text.release();
  }
}
