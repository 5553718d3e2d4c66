package dev.holdfast.analysis.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.bytecode.ClassFileWorld;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.world.MethodView;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of real libraries, Java and Kotlin, survive being written as text and read back. */
final class IrRoundTripTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        okhttp3.OkHttpClient.class,
        org.apache.commons.pool2.ObjectPool.class,
        org.apache.http.client.HttpClient.class
      })
  void everyBodyOfALibrary(Class<?> member) throws IOException, URISyntaxException {
    Path jar = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    int count = 0;
    try (ClassFileWorld world = ClassFileWorld.of(List.of(jar), 17)) {
      for (String name : classes(jar)) {
        List<Body> bodies = new ArrayList<>();
        for (MethodView method : world.find(name).methods()) {
          Body body = world.body(method.method(), Integer.MAX_VALUE);
          if (body != null) {
            bodies.add(body);
          }
        }
        String text = IrPrinter.print(bodies);
        List<Body> read = IrParser.parse(name, text).bodies();
        assertEquals(Shown.of(bodies), Shown.of(read), name);
        assertEquals(text, IrPrinter.print(read), name);
        count += bodies.size();
      }
    }
    assertTrue(count > 500, () -> "bodies in " + jar);
  }

  private static List<String> classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.contains("META-INF"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .toList();
    }
  }
}
