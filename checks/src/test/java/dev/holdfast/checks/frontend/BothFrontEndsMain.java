package dev.holdfast.checks.frontend;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.text.IrPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Lowers a resource by both front ends on whatever JDK runs it, and prints what it found. */
final class BothFrontEndsMain {
  private BothFrontEndsMain() {}

  public static void main(String[] args) throws Exception {
    Compilation compilation = Compilation.of(BothFrontEndsTest.read(args[0]));
    compilation.log.getDiagnostics().forEach(line -> System.out.println("compiler: " + line));
    List<Body> bodies = compilation.bodies();
    System.out.println(IrPrinter.print(bodies.stream().filter(body -> body != null).toList()));
    System.out.println(
        "given up: " + JavacWorld.instance(compilation.context()).lowering().reasons());
    Map<String, List<Body>> bytecode =
        BothFrontEndsTest.byName(compilation.fromClassFiles(Path.of(args[1])));
    int same = 0;
    for (Body body : bodies) {
      String name = Events.name(body.method());
      String difference = "no class file has it";
      for (Body other : bytecode.getOrDefault(name, List.of())) {
        String found = BothFrontEndsTest.difference(body, other);
        difference = found == null || difference == null ? null : found;
      }
      if (difference == null) {
        same++;
      } else {
        System.out.println("different: " + name + " " + difference);
      }
    }
    System.out.println("same: " + same + " of " + bodies.size());
  }
}
