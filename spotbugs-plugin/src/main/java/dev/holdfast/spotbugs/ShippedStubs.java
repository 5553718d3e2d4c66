package dev.holdfast.spotbugs;

import dev.holdfast.catalog.StubSource;
import edu.umd.cs.findbugs.classfile.IClassPath;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import edu.umd.cs.findbugs.classfile.ICodeBaseEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Finds the stubs that libraries on the analysed class path ship for themselves. */
final class ShippedStubs {
  private static final String RESOURCE = "META-INF/holdfast.astub";

  private ShippedStubs() {}

  static List<StubSource> on(IClassPath classPath) {
    List<StubSource> found = new ArrayList<>();
    classPath.appCodeBaseIterator().forEachRemaining(entry -> read(entry, found));
    Iterator<? extends ICodeBase> auxiliary = classPath.auxCodeBaseIterator();
    auxiliary.forEachRemaining(entry -> read(entry, found));
    return found;
  }

  private static void read(ICodeBase codeBase, List<StubSource> found) {
    ICodeBaseEntry entry = codeBase.lookupResource(RESOURCE);
    if (entry == null) {
      return;
    }
    String name = codeBase.getPathName() + "!/" + RESOURCE;
    try (InputStream in = entry.openResource()) {
      found.add(StubSource.of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      found.add(new StubSource(name, null, "cannot be read: " + e.getMessage()));
    }
  }
}
